import fc from "fast-check";
import { at, type Dice, dice, list } from "./odd-dice.ts";
import { conditionsOf, type RawGroup, rawGroup } from "./odd-groups.ts";
import { ODD_ZONES } from "./odd-values.ts";
import type { World } from "./odd-world.ts";

export const COUPON = "coupon";
const payoutOf = (throwOf: number) => ({
  type: "payout",
  params: { payout: { model: throwOf % 3 === 2 ? "lifetime" : "CPS", partner: { fixed: "1" } } },
});

export interface RawDocument {
  own: Dice;
  groups: RawGroup[];
  personal: RawGroup[];
}
const rawDocument = (groups: fc.Arbitrary<RawGroup[]>): fc.Arbitrary<RawDocument> =>
  fc.record({ own: dice(6), groups, personal: list(rawGroup, 0, 3) });

/** Sizes on both sides of what an index may treat alike. */
export const FEW_GROUPS = rawDocument(
  fc.oneof(
    { weight: 2, arbitrary: list(rawGroup, 0, 6) },
    { weight: 4, arbitrary: list(rawGroup, 6, 20) },
    { weight: 1, arbitrary: list(rawGroup, 17, 60) },
  ),
);
export const MANY_GROUPS = rawDocument(list(rawGroup, 60, 300));

export function documentOf({ own, groups, personal }: RawDocument, world: World): object {
  const [zone = 0, level = 0, anchored = 0, custom = 0, fallback = 0] = own;
  // Many groups of which none is choosy would never be reached.
  const share = groups.length > 60 ? at([95, 100], anchored) : at([0, 0, 50, 90], anchored);
  const choosiness = { anchored: share, texts: at([2, 3, 5, 12, world.texts.length], anchored >> 4) };
  return {
    ...{ schema: "firstmatch/terms@1", name: "Odd", currency: "USD", timezone: at(ODD_ZONES, zone) },
    events: [
      {
        ...{ type: "sale", name: "Sale", level: at(["order", "item"], level), customGroups: custom % 20 !== 19 },
        default: { payout: payoutOf(fallback).params.payout },
        groups: groups.map((raw, place) => ({
          ...{ id: `g${place}`, name: `Group ${place}`, enabled: (raw.own[5] ?? 0) % 10 !== 9 },
          conditions: conditionsOf(raw, world, choosiness),
          event: payoutOf(raw.own[5] ?? 0),
        })),
        personal: personal.map((raw, place) => ({
          ...{ id: `d${place}`, title: `Deal ${place}`, enabled: (raw.own[5] ?? 0) % 10 !== 9 },
          partners: ["p-1", "p-2"].slice(0, (raw.own[1] ?? 0) % 3 === 0 ? 1 : 2),
          ...((raw.own[1] ?? 0) % 3 === 0 && { couponCode: `${COUPON}${place}` }),
          conditions: (raw.own[2] ?? 0) % 3 === 0 ? { all: [] } : conditionsOf(raw, world, { anchored: 0, texts: 1 }),
          event: payoutOf(raw.own[5] ?? 0),
        })),
      },
    ],
  };
}
