import type { PersonalPayout } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { shadowed } from "./shadowed.ts";

const deal = (id: string, over: Partial<PersonalPayout> = {}): PersonalPayout => ({
  id,
  title: `Deal ${id}`,
  partners: ["p-7"],
  conditions: { all: [] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "20" } } } },
  ...over,
});
const NEW = { all: [{ fact: "customerStatus", operator: "isAnyOf" as const, value: ["New"] }] };

describe("a personal payout that can never pay", () => {
  it.each([
    [
      "stands below one of the same partner without code and criteria",
      [deal("a"), deal("b", { couponCode: "B" })],
      ["b"],
    ],
    ["is named for partners who all have an older one", [deal("a", { partners: ["p-7", "p-8"] }), deal("b")], ["b"]],
    ["is not there when the older one asks for a code", [deal("a", { couponCode: "A" }), deal("b")], []],
    ["is not there when the older one has criteria", [deal("a", { conditions: NEW }), deal("b")], []],
    ["is not there when the older one is off", [deal("a", { enabled: false }), deal("b")], []],
    ["is not there when one of its partners is free", [deal("a"), deal("b", { partners: ["p-7", "p-8"] })], []],
    ["is not the one above", [deal("b", { couponCode: "B" }), deal("a")], []],
  ])("%s", (_, payouts, ids) => {
    expect([...shadowed(payouts).keys()]).toEqual(ids);
  });
});
