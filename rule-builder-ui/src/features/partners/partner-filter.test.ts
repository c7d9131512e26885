import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterInAddress, isFiltered, namesForJoining, withFilter } from "./partner-filter.ts";

describe("the filter of the list of partners, in its address", () => {
  const wanted = fc.string({ minLength: 1 }).filter((text) => text === text.trim());
  const filter = fc.record(
    { search: wanted, status: fc.constantFrom("active" as const, "inactive" as const), tag: wanted, program: wanted },
    { requiredKeys: [] },
  );

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(filter, (given) => {
        const address = `${withFilter(new URLSearchParams(), given)}`;
        expect(filterInAddress(new URLSearchParams(address))).toEqual(given);
      }),
      { seed: 20261121 },
    );
  });

  it.each([
    ["", {}],
    ["search=&tag=%20", {}],
    ["status=active", { status: "active" }],
    ["status=asleep", {}],
    ["search=%20anna%20&cursor=x", { search: "anna" }],
  ])("reads %j as %j", (address, read) => {
    expect(filterInAddress(new URLSearchParams(address))).toEqual(read);
  });

  it.each([
    ["sets", "search=a", { tag: "vip" }, "search=a&tag=vip"],
    ["replaces", "tag=vip&search=a", { tag: "creator" }, "tag=creator&search=a"],
    ["takes away with null", "tag=vip&status=active", { status: null }, "tag=vip"],
    ["takes away with an empty text", "search=a&tag=vip", { search: "" }, "tag=vip"],
  ])("%s one part, and leaves the rest", (_, address, part, changed) => {
    expect(`${withFilter(new URLSearchParams(address), part)}`).toBe(changed);
  });

  it("says who may join all at once only by what a bulk edit finds partners by", () => {
    expect(
      [{}, { search: "a", tag: "b" }, { status: "active" as const }, { program: "acme" }].map(namesForJoining),
    ).toEqual([true, true, false, false]);
  });

  it.each([
    [{}, false],
    [{ search: "" }, false],
    [{ tag: "gold" }, true],
  ])("of %j: something is wanted: %s", (given, answer) => expect(isFiltered(given)).toBe(answer));
});
