import { describe, expect, it } from "vitest";
import { entryAt } from "./history.sample.ts";
import { differencesIn } from "./sides.ts";

const CONTEXT = { currency: "USD", timezone: "America/New_York" };
const CPS = (percent: string) => ({ model: "CPS", partner: { percent } });
const GROUP = {
  id: "vip",
  name: "VIP",
  conditions: { all: [{ fact: "source", operator: "isAnyOf", value: ["x"] }] },
  event: { type: "payout", params: { payout: CPS("5") } },
};
const event = (more: object) => ({ place: 1, type: "sale", name: "Online sale", level: "order", ...more });

/** `label: before → after` */
const told = (before: unknown, after: unknown) =>
  differencesIn(entryAt("2026-11-20T10:00:00Z", { before, after }), CONTEXT).map(
    ({ label, before: was, after: is }) => `${label}: ${was} → ${is}`,
  );

describe("before and after, as a manager reads them", () => {
  it.each<[what: string, before: unknown, after: unknown, told: string[]]>([
    ["a name", { name: "A" }, { name: "B" }, ["Name: A → B"]],
    ["what was made", null, { name: "A", tags: ["x", "y"] }, ["Name: null → A", "Tags: null → x, y"]],
    ["what is gone", { name: "A" }, null, ["Name: A → null"]],
    ["yes and no", { active: true }, { active: false }, ["Active: yes → no"]],
    [
      "words for settings",
      { access: "open" },
      { access: "members-only" },
      ["Who may be paid: members and everyone else → members only"],
    ],
    [
      "caps and limits",
      { caps: [], lifetime: { months: null, orders: null }, tiers: "beyond-step", holdingDays: 0 },
      {
        caps: [{ measure: "revenue", per: "day", limit: "50", beyond: "pay-rest" }],
        lifetime: { months: 12, orders: 1 },
        tiers: "whole-month",
        holdingDays: 30,
      },
      [
        "Caps: none → at most $50.00 of advertiser cost a day, what is left is paid",
        "Lifetime limits: no limit → 12 months or 1 order",
        "Performance tiers: beyond the step → all of the month",
        "Holding days: 0 → 30",
      ],
    ],
    ["terms that are the default's", { terms: null }, { terms: "gold" }, ["Terms: the program's default terms → gold"]],
    [
      "a moment on the program's clocks",
      { until: null },
      { until: "2027-01-01T05:00:00.000Z" },
      ["Until: no limit → Jan 1, 2027, 12:00 AM"],
    ],
    ["percents", { revenueShare: null }, { revenueShare: "65.50" }, ["Revenue share: none → 65.5 %"]],
    [
      "a share in a program",
      { programRevenueShares: {} },
      { programRevenueShares: { acme: "60" } },
      ["Revenue share in acme: null → 60 %"],
    ],
    [
      "contact details",
      { contact: { email: "a@b.c" } },
      { contact: { email: "a@b.d" } },
      ["Contact, email: a@b.c → a@b.d"],
    ],
    [
      "planned moves",
      { plannedMoves: [{ terms: "gold", from: "2027-01-01T05:00:00Z" }] },
      { plannedMoves: [] },
      ["Planned moves: gold from Jan 1, 2027, 12:00 AM → none"],
    ],
    [
      "a payout, at its level",
      { level: "item", payout: CPS("5") },
      { level: "item", payout: CPS("6") },
      ["Payout: 5 % of each item → 6 % of each item"],
    ],
    [
      "criteria",
      { conditions: { all: [] } },
      { conditions: GROUP.conditions },
      ["Criteria: every conversion → Source is x"],
    ],
    [
      "an event's setup",
      {},
      { setup: { visibility: "private", classification: "kpi" } },
      ["Setup: null → private, KPI"],
    ],
    [
      "a default payout",
      { events: [event({ default: { payout: CPS("8") } })] },
      { events: [event({ default: { payout: CPS("9") } })] },
      ["Online sale: default payout: 8 % of the order → 9 % of the order"],
    ],
    [
      "a group that moved",
      { events: [event({ groups: [{ rank: 3, ...GROUP }] })] },
      { events: [event({ groups: [{ rank: 1, ...GROUP }] })] },
      ["Online sale: group “VIP”: Rank 3: 5 % of the order for Source is x → Rank 1: 5 % of the order for Source is x"],
    ],
    [
      "a group that was renamed and switched off",
      { events: [event({ groups: [{ rank: 1, ...GROUP }] })] },
      { events: [event({ groups: [{ rank: 1, ...GROUP, name: "Old", enabled: false }] })] },
      [
        "Online sale: group “Old”: Rank 1: 5 % of the order for Source is x → Rank 1, off: 5 % of the order for Source is x",
      ],
    ],
    [
      "a side that was too long to keep",
      { tooLong: 210_000 },
      { tooLong: 1_400_000 },
      ["All of it: Too long to be kept here: 210 kB → Too long to be kept here: 1,400 kB"],
    ],
    ["a field of which nothing is known here", { oldThing: 1 }, { oldThing: 2 }, ["Old thing: 1 → 2"]],
    ["nothing, where both sides only name the thing", { events: [event({})] }, { events: [event({})] }, []],
  ])("shows %s", (_what, before, after, wanted) => {
    expect(told(before, after)).toEqual(wanted);
  });
});
