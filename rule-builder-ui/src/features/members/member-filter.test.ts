import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFilter } from "../partners/partner-filter.ts";
import { filterInAddress, isFiltered } from "./member-filter.ts";

const text = fc.string({ minLength: 1, maxLength: 12 }).filter((typed) => typed === typed.trim());
const filters = fc.record(
  { search: text, terms: text, active: fc.constantFrom("true" as const, "false" as const), tag: text },
  { requiredKeys: [] },
);

describe("the filter of the member table", () => {
  it("comes back out of the address as it went in, and leaves the rest of it alone", () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = withFilter(new URLSearchParams({ member: "p-7" }), filter);
        expect(filterInAddress(new URLSearchParams(address.toString()))).toEqual(filter);
        expect(address.get("member")).toBe("p-7");
        expect(isFiltered(filter)).toBe(Object.keys(filter).length > 0);
      }),
      { seed: 4 },
    );
  });

  it.each([
    ["?active=perhaps", {}],
    ["?search=%20%20", {}],
    ["?rank=1&tag=vip", { tag: "vip" }],
  ])("of the address %s is %j", (address, filter) =>
    expect(filterInAddress(new URLSearchParams(address))).toEqual(filter),
  );
});
