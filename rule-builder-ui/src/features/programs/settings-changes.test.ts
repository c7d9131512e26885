import type { Program } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { changedSettings, settingsOf, warningOf } from "./settings-changes.ts";

const acme: Program = {
  id: "acme",
  name: "Acme",
  currency: "USD",
  timezone: "UTC",
  defaultTerms: "standard",
  status: "active",
  access: "open",
  attribution: "code",
  caps: [],
  holdingDays: 0,
  lifetime: { months: null, orders: null },
  tiers: "beyond-step",
  codePattern: "{NAME}{NN}",
  revision: 3,
  createdAt: "2026-11-20T10:00:00Z",
};

describe("a change of settings", () => {
  it("names only what differs", () => {
    expect(changedSettings(acme, { ...settingsOf(acme), name: " Acme ", attribution: "click" })).toEqual({
      attribution: "click",
    });
  });

  it.each([
    ["days", { holdingDays: " 30 " }, { holdingDays: 30 }],
    ["what is no number, for the service's words", { holdingDays: "a month" }, { holdingDays: "a month" }],
    ["a limit", { lifetime: { months: "12", orders: "" } }, { lifetime: { months: 12, orders: null } }],
    ["the same limit, typed otherwise", { lifetime: { months: " ", orders: "" } }, {}],
    ["the rule of tiers", { tiers: "whole-month" as const }, { tiers: "whole-month" }],
    [
      "caps, all of them",
      { caps: [{ measure: "revenue", per: "day", limit: " 50.00", beyond: "pay-rest", row: "x" } as const] },
      { caps: [{ measure: "revenue", per: "day", limit: "50.00", beyond: "pay-rest" }] },
    ],
  ])("has what was typed as it is sent: %s", (_what, typed, change) => {
    expect(changedSettings(acme, { ...settingsOf(acme), ...typed })).toEqual(change);
  });

  it("is none when nothing differs", () => expect(changedSettings(acme, settingsOf(acme))).toEqual({}));
});

describe("the question before a change of settings", () => {
  it.each([
    [{ status: "paused" }, "Pause Acme?"],
    [{ status: "ended" }, "End Acme?"],
    [{ access: "members-only" }, "Pay members only?"],
    [{ name: "Acme Inc", attribution: "click" }, undefined],
    [{ access: "open" }, undefined],
  ] as const)("%j asks %s", (change, title) => expect(warningOf(acme, change)?.title).toBe(title));

  it("says that what occurred during a break stays unpaid", () => {
    expect(warningOf({ ...acme, status: "paused" }, { status: "active" })?.text).toContain(
      "while the program was paused",
    );
  });
});
