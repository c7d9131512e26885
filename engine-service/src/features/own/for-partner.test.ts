import type { ConditionNode } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { forPartner, SOMEONE_ELSES } from "./for-partner.ts";

const partners = (...value: string[]): ConditionNode => ({ fact: "partnerId", operator: "isAnyOf", value });
const notPartners = (...value: string[]): ConditionNode => ({ fact: "partnerId", operator: "isNoneOf", value });
const isNew: ConditionNode = { fact: "customerStatus", operator: "isAnyOf", value: ["New"] };
const big: ConditionNode = { fact: "orderTotal", operator: "greaterThan", value: "200" };
const code = (...value: string[]): ConditionNode => ({ fact: "promoCode", operator: "isAnyOf", value });

const read = (...all: ConditionNode[]) =>
  forPartner({ all }, { partner: "p-7", timezone: "UTC", isOthers: (text) => text.startsWith("THEIRS") });

describe("conditions as they read to one partner", () => {
  it.each<[string, ConditionNode[], ConditionNode[] | null]>([
    ["what says nothing of partners stays", [isNew, big], [isNew, big]],
    ["named itself: asked no more", [partners("p-7", "p-8"), isNew], [isNew]],
    ["named in another case: compared as decisions do", [partners("P-7"), isNew], [isNew]],
    ["only others named: never", [partners("p-8"), isNew], null],
    ["others left out: asked no more", [notPartners("p-8"), isNew], [isNew]],
    ["left out itself: never", [notPartners("p-7"), isNew], null],
    ["nothing left to ask: every conversion", [partners("p-7")], []],
    ["any of, itself among them: every conversion", [{ any: [partners("p-7"), isNew] }], []],
    ["any of, only others named: the rest", [{ any: [partners("p-8"), isNew] }], [{ any: [isNew] }]],
    ["any of others: never", [{ any: [partners("p-8"), partners("p-9")] }, isNew], null],
    ["not others: asked no more", [{ not: partners("p-8") }, isNew], [isNew]],
    ["not a block that cannot be: asked no more", [{ not: { all: [partners("p-8"), isNew] } }, big], [big]],
    ["not a block that may be", [{ not: { all: [partners("p-7"), isNew] } }], [{ not: { all: [isNew] } }]],
    ["codes of others: only that they are", [code("MINE", "THEIRS1", "THEIRS2")], [code("MINE", SOMEONE_ELSES)]],
  ])("%s", (_case, conditions, wanted) => {
    expect(read(...conditions)).toEqual(wanted && { all: wanted });
  });
});
