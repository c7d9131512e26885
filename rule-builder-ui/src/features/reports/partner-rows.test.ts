import { describe, expect, it } from "vitest";
import { FIRST_ORDER, type PartnerOrder, partnerRows, printOrder, readOrder, sortedBy } from "./partner-rows.ts";
import { figures } from "./report.sample.ts";

const partner = (id: string | null, name: string, conversions: number, sales: string, payout: string) => ({
  ...figures(conversions, sales, payout),
  ...{ partner: id, name },
});
const PARTNERS = [
  partner("p-10", "Partner 10", 9, "90.00", "100.00"),
  partner("p-2", "Partner 2", 10, "900.00", "9.00"),
  partner(null, "No partner", 1, "0.00", "9.00"),
  partner("p-7", "Anna", 3, "200.00", "20.00"),
];
const namesBy = (order: PartnerOrder, search = "") => partnerRows(PARTNERS, search, order).map(({ name }) => name);

describe("the partners of a report", () => {
  it.each([
    ["-payout", ["Partner 10", "Anna", "No partner", "Partner 2"]],
    ["payout", ["No partner", "Partner 2", "Anna", "Partner 10"]],
    ["-conversions", ["Partner 2", "Partner 10", "Anna", "No partner"]],
    ["-sales", ["Partner 2", "Anna", "Partner 10", "No partner"]],
    ["name", ["Anna", "No partner", "Partner 2", "Partner 10"]],
    ["-name", ["Partner 10", "Partner 2", "No partner", "Anna"]],
    ["-effectiveRate", ["Partner 10", "Anna", "Partner 2", "No partner"]],
    ["effectiveRate", ["No partner", "Partner 2", "Anna", "Partner 10"]],
  ])("are sorted by figures, not by their spelling: %s", (sort, names) =>
    expect(namesBy(readOrder(sort))).toEqual(names),
  );

  it.each([
    ["anna", ["Anna"]],
    ["P-7", ["Anna"]],
    [" partner ", ["Partner 10", "No partner", "Partner 2"]],
    ["nobody", []],
  ])("are found by name or id: %j", (search, names) => expect(namesBy(FIRST_ORDER, search)).toEqual(names));

  it.each([null, "", "margin", "-margin"])("begin with the largest payout where the address says %j", (sort) =>
    expect(readOrder(sort)).toEqual(FIRST_ORDER),
  );
  it.each(["payout", "-sales", "name"])("keep their order in the address: %s", (sort) =>
    expect(printOrder(readOrder(sort))).toBe(sort),
  );
  it.each([
    ["name", null, "name"],
    ["name", "name", "-name"],
    ["sales", "-name", "-sales"],
    ["sales", "-sales", "sales"],
    ["payout", null, "payout"],
    ["payout", "payout", null],
  ] as const)("turn round when %s is pressed again: after %s comes %s", (by, before, after) =>
    expect(sortedBy(by, before)).toBe(after),
  );
});
