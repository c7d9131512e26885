import type { Cap, Decision } from "@firstmatch/shared-types";
import { Decimal } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import type { DecidedLine } from "./amounts.ts";
import { type CapRoom, settle } from "./settle.ts";

interface Paid {
  /** Cents. */
  payout: number;
  fee: number;
  budgeted?: boolean;
  capped?: boolean;
  recurrent?: boolean;
  status?: "payable" | "kpi" | "rejected";
  rule?: string;
}

const print = (cents: number) => (cents / 100).toFixed(2);

/** An event whose lines were decided so, each by a rule of its own. */
function decided(lines: readonly Paid[]): { decision: Decision; lines: DecidedLine[] } {
  const status = lines.every((line) => line.status === "kpi") ? "kpi" : "payable";
  const total = (of: (line: Paid) => number) => print(lines.reduce((sum, line) => sum + of(line), 0));
  const matchOf = ({ rule }: Paid, at: number) =>
    ({ kind: "group", id: rule ?? `g-${at}`, name: null, rank: at + 1 }) as const;
  return {
    decision: {
      ...{ program: "acme", terms: { id: "standard", version: 1 }, eventType: "sale", partnerId: "p-7" },
      ...{ partnerFrom: "event", occurredAt: "2026-11-20T10:00:00Z", level: "item", status, reason: null },
      ...{ match: { kind: "mixed" }, currency: "USD", visibility: "public" },
      payout: total(({ payout }) => payout),
      platformFee: total(({ fee }) => fee),
      advertiserCost: total(({ payout, fee }) => payout + fee),
      lines: lines.map((line, at) => ({
        ...{ item: at, match: matchOf(line, at), goal: null, visibility: "public", base: null },
        ...{ status: line.status ?? "payable", payout: print(line.payout), platformFee: print(line.fee) },
        advertiserCost: print(line.payout + line.fee),
      })),
    },
    lines: lines.map((line, at) => {
      const setup = {
        ...{ visibility: "public", classification: line.status === "kpi" ? "kpi" : "payable" },
        ...{
          recurrent: line.recurrent ?? true,
          conversionCap: line.capped ?? true,
          revenueBudget: line.budgeted ?? true,
        },
      };
      const rule = { match: matchOf(line, at), setup } as DecidedLine["line"]["rule"];
      return {
        line: { item: at, rule, goal: null, base: null } as DecidedLine["line"],
        ...{ status: line.status ?? "payable", reason: null, steps: [] },
        payout: new Decimal(print(line.payout)),
        advertiserCost: new Decimal(print(line.payout + line.fee)),
      };
    }),
  };
}

const count = (limit: number, conversions: number, per: Cap["per"] = "day"): CapRoom => ({
  cap: { measure: "conversions", per, limit: String(limit), beyond: "reject" },
  ...{ conversions, revenue: 0 },
});
/** @param limit and @param revenue in cents */
const budget = (
  limit: number,
  revenue: number,
  beyond: Cap["beyond"] = "reject",
  per: Cap["per"] = "day",
): CapRoom => ({
  cap: { measure: "revenue", per, limit: print(limit), beyond },
  ...{ conversions: 0, revenue },
});
const rest = (limit: number, revenue: number, per: Cap["per"] = "day") => budget(limit, revenue, "pay-rest", per);

const settled = (lines: readonly Paid[], rooms: readonly CapRoom[] = []) =>
  settle({ ...decided(lines), rooms, taken: new Set(), hasClick: false });

const one = { payout: 1_000, fee: 200 };

describe("caps, as a conversion of $10.00 and $2.00 meets them", () => {
  it.each<[label: string, lines: Paid[], rooms: CapRoom[], outcome: string]>([
    ["no cap", [one], [], "10.00 + 2.00"],
    ["the last of the cap", [one], [count(5, 4)], "10.00 + 2.00"],
    ["one beyond it", [one], [count(5, 5)], "conversion-cap-reached"],
    ["a cap of none", [one], [count(0, 0)], "conversion-cap-reached"],
    ["one of several is full", [one], [count(9, 0, "month"), count(5, 5, "hour")], "conversion-cap-reached"],
    ["full, but the rule does not count", [{ ...one, capped: false }], [count(5, 5)], "10.00 + 2.00"],
    ["full, one of two rules counts", [{ ...one, capped: false }, one], [count(5, 5)], "conversion-cap-reached"],
    ["full, and only KPI", [{ payout: 0, fee: 0, status: "kpi" }], [count(5, 5), budget(0, 0)], "0.00 + 0.00"],
    [
      "full, and the rule that counts is KPI",
      [
        { ...one, capped: false },
        { payout: 0, fee: 0, status: "kpi" },
      ],
      [count(5, 5)],
      "10.00 + 2.00",
    ],
    ["the budget covers it to the cent", [one], [budget(5_000, 3_800)], "10.00 + 2.00"],
    ["a cent is missing", [one], [budget(5_000, 3_801)], "revenue-budget-reached"],
    ["short, but the rule does not count", [{ ...one, budgeted: false }], [budget(0, 0)], "10.00 + 2.00"],
    ["a free conversion, nothing left", [{ payout: 0, fee: 0 }], [budget(100, 100), rest(100, 100)], "0.00 + 0.00"],
    ["used beyond a limit that was lowered", [one], [budget(100, 5_000)], "revenue-budget-reached"],
    ["half is left", [one], [rest(5_000, 4_400)], "5.00 + 1.00"],
    ["a cent is left: the partner's part of it is below one", [one], [rest(5_000, 4_999)], "0.00 + 0.01"],
    ["nothing is left", [one], [rest(5_000, 5_000)], "revenue-budget-reached"],
    ["the smaller rest of two", [one], [rest(5_000, 4_400), rest(600, 300, "hour")], "2.50 + 0.50"],
    ["the rest fits into the other budget", [one], [rest(600, 0), budget(700, 0, "reject", "month")], "5.00 + 1.00"],
    ["the rest does not", [one], [rest(600, 0), budget(500, 0, "reject", "month")], "revenue-budget-reached"],
    ["line by line: the first whole, the second in part", [one, one, one], [rest(1_800, 0)], "15.00 + 3.00"],
    ["lines that do not count are paid beside it", [one, { ...one, budgeted: false }], [rest(600, 0)], "15.00 + 3.00"],
    [
      "nothing is left, a line beside it does not count",
      [one, { ...one, budgeted: false }],
      [rest(600, 600)],
      "10.00 + 2.00",
    ],
    [
      "nothing is left, what is beside it costs nothing",
      [one, { payout: 0, fee: 0, budgeted: false }],
      [rest(600, 600)],
      "revenue-budget-reached",
    ],
    ["caps come before budgets", [one], [budget(0, 0), count(0, 0)], "conversion-cap-reached"],
  ])("%s", (_label, lines, rooms, outcome) => {
    const { decision, counted } = settled(lines, rooms);
    const amounts = `${decision.payout} + ${decision.platformFee}`;
    expect(decision.reason ?? amounts).toBe(outcome);
    if (decision.status === "rejected") {
      expect([amounts, counted]).toEqual(["0.00 + 0.00", false]);
      expect(
        decision.lines.every(({ status, advertiserCost }) => status === "rejected" && advertiserCost === "0.00"),
      ).toBe(true);
    }
  });

  it.each([
    [count(1, 1, "hour"), "The conversion cap of 1 an hour is reached."],
    [count(1, 1, "total"), "The conversion cap of 1 in all is reached."],
    [budget(1_500, 400), "The revenue budget of 15.00 a day has 11.00 USD left, and this takes 12.00 USD."],
    [
      rest(1_500, 400, "week"),
      "The revenue budget of 15.00 a week has 11.00 USD left, and this takes 12.00 USD. What is left is paid.",
    ],
  ])("say so in a note", (room, note) => {
    expect(settled([one], [room]).decision.notes).toEqual([note]);
  });
});

describe("a rule that takes one conversion per click", () => {
  const once = { ...one, recurrent: false, rule: "once" };
  const key = "standard/sale/group/once";
  const asked = (lines: Paid[], taken: string[], hasClick = true, rooms: CapRoom[] = []) =>
    settle({ ...decided(lines), rooms, taken: new Set(taken), hasClick });

  it("claims the click with its first conversion, once however many lines it pays", () => {
    expect(asked([once, once, one], []).claims).toEqual([key]);
  });
  it("rejects the second one whole, and before any cap", () => {
    const { decision, claims } = asked([one, once], [key], true, [count(0, 0)]);
    expect([decision.reason, claims]).toEqual(["duplicate-click", []]);
  });
  it("claims a click for a KPI too, and none for a conversion that a cap rejects", () => {
    expect(asked([{ ...once, payout: 0, fee: 0, status: "kpi" }], []).claims).toEqual([key]);
    expect(asked([once], [], true, [count(0, 0)]).claims).toEqual([]);
  });
  it("claims nothing without a click, nor where more than one may come", () => {
    expect(asked([once], [], false).claims).toEqual([]);
    expect(asked([one], []).claims).toEqual([]);
  });
});

describe(`paying what is left, for any lines and budgets (seed ${SEED})`, () => {
  const amount = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 }), fc.nat({ max: 50_000_000_000 }));
  const line = fc.record({ payout: amount, fee: amount, budgeted: fc.boolean(), capped: fc.boolean() });
  const room = fc
    .record({ limit: amount, used: amount, beyond: fc.constantFrom("reject" as const, "pay-rest" as const) })
    .map(({ limit, used, beyond }) => budget(limit, used, beyond));
  const lines = fc.array(line, { minLength: 1, maxLength: 6 });
  const rooms = fc.array(room, { maxLength: 4 });
  const left = ({ cap, revenue }: CapRoom) => Math.max(0, Math.round(Number(cap.limit) * 100) - revenue);
  const cost = ({ payout, fee }: { payout: number; fee: number }) => payout + fee;
  const budgetedCost = (all: readonly { payout: number; fee: number; budgeted?: boolean }[]) =>
    all.reduce((sum, each) => sum + (each.budgeted ? cost(each) : 0), 0);
  const assert = (promise: (some: Paid[], rooms: CapRoom[]) => void) =>
    fc.assert(fc.property(lines, rooms, promise), { seed: SEED, numRuns: 2_000 });

  it("never takes more than any budget has left", () =>
    assert((some, rooms) => {
      const taken = budgetedCost(settled(some, rooms).lines);
      if (taken > 0) expect(taken).toBeLessThanOrEqual(Math.min(...rooms.map(left), Infinity));
    }));

  it("pays all of it, or exactly the smallest rest, or nothing", () =>
    assert((some, rooms) => {
      const result = settled(some, rooms);
      if (result.decision.status === "rejected") {
        expect(result.lines.every((line) => cost(line) === 0)).toBe(true);
        expect(Math.min(...rooms.map(left))).toBeLessThan(budgetedCost(some));
      } else expect(budgetedCost(result.lines)).toBe(Math.min(budgetedCost(some), ...rooms.map(left)));
    }));

  it("gives nobody more than before, and leaves lines alone that do not count", () =>
    assert((some, rooms) => {
      const { lines, decision } = settled(some, rooms);
      lines.forEach(({ payout, fee, budgeted }, at) => {
        const before = some[at] as Paid;
        expect(payout).toBeGreaterThanOrEqual(0);
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(payout).toBeLessThanOrEqual(before.payout);
        expect(fee).toBeLessThanOrEqual(before.fee);
        if (!budgeted && decision.status === "payable")
          expect({ payout, fee }).toEqual({ payout: before.payout, fee: before.fee });
      });
    }));

  it("prints the same amounts that are frozen, with cost = payout + fee, by line and in all", () =>
    assert((some, rooms) => {
      const { lines, decision } = settled(some, rooms);
      const sums = { payout: 0, fee: 0 };
      lines.forEach((line, at) => {
        expect(decision.lines[at]).toMatchObject({
          ...{ payout: print(line.payout), platformFee: print(line.fee), advertiserCost: print(cost(line)) },
        });
        sums.payout += line.payout;
        sums.fee += line.fee;
      });
      expect(decision).toMatchObject({
        ...{ payout: print(sums.payout), platformFee: print(sums.fee), advertiserCost: print(cost(sums)) },
      });
    }));

  it("changes nothing where no budget is short", () =>
    assert((some, rooms) => {
      fc.pre(rooms.every((room) => left(room) >= budgetedCost(some)));
      const { decision } = decided(some);
      expect(settled(some, rooms).decision).toEqual(decision);
    }));
});
