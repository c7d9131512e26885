import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOfFilter, filterInAddress, isFiltered } from "./partner-filter.ts";

describe("the filter of the list of partners, in its address", () => {
  const wanted = fc.string({ minLength: 1 }).filter((text) => text === text.trim());
  const filter = fc.record(
    { search: wanted, status: fc.constantFrom("active" as const, "inactive" as const), tag: wanted, program: wanted },
    { requiredKeys: [] },
  );

  it("is read back as it was written", () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(filterInAddress(new URLSearchParams(`${addressOfFilter(given)}`))).toEqual(given);
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
    [{}, false],
    [{ search: "" }, false],
    [{ tag: "gold" }, true],
  ])("of %j: something is wanted: %s", (given, answer) => expect(isFiltered(given)).toBe(answer));
});
