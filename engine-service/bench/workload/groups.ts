import type { Condition, PayoutGroup } from "@firstmatch/shared-types";
import { type Chance, chance } from "#engine/demo/chance";
import {
  BRANDS,
  CATEGORIES,
  COUNTRIES,
  DEVICES,
  HIGHEST_TOTAL,
  named,
  PARTNERS,
  PROMO_CODES,
  SITES,
  STATUSES,
  YEAR,
} from "./words.ts";

/**
 * Which criteria the groups have. `realistic`: most name a partner, some a promo code, the rest a referrer or what was
 * bought where, each with some of status, total, dates and device. `broad`: nobody and no code is named, only fields of
 * few values and ranges, so that no single criterion tells much.
 */
export const MIXES = ["realistic", "broad"] as const;
export type Mix = (typeof MIXES)[number];

/** Groups as a manager ranks them; the same for the same seed. */
export function groupsOf(mix: Mix, count: number, seed: string): PayoutGroup[] {
  const by = chance(`groups ${mix} ${count} ${seed}`);
  return Array.from({ length: count }, (_, at) => ({
    id: `g-${at + 1}`,
    name: `Group ${at + 1}`,
    conditions: { all: mix === "realistic" ? realistic(by) : broad(by) },
    event: { type: "payout", params: { payout: payout(by) } },
  }));
}

function realistic(by: Chance): Condition[] {
  const telling = by.weighted<(by: Chance) => Condition[]>([
    [72, () => [anyOf("partnerId", some(by, named(PARTNERS), by.percent(10) ? 3 : 1))]],
    [15, () => [anyOf("promoCode", [by.of(PROMO_CODES)])]],
    [5, () => [referrer(by)]],
    [8, () => [country(by), bought(by)]],
  ])(by);
  const extras = by.weighted([
    [45, 2],
    [40, 3],
    [15, 4],
  ]);
  return [...telling, ...several(by, [status, total, dates, device], extras)];
}

function broad(by: Chance): Condition[] {
  return [country(by), bought(by), ...several(by, [status, total, dates, device], by.between(2, 3))];
}

const anyOf = (fact: string, value: string[]): Condition => ({ fact, operator: "isAnyOf", value });
const status = (by: Chance) => anyOf("customerStatus", [by.of(STATUSES)]);
const device = (by: Chance) => anyOf("device", some(by, DEVICES, by.percent(30) ? 2 : 1));
const country = (by: Chance) => anyOf("country", some(by, COUNTRIES, by.percent(30) ? 3 : 1));
const bought = (by: Chance) =>
  by.percent(50)
    ? anyOf("itemBrand", [by.of(named(BRANDS))])
    : anyOf("itemCategory", some(by, named(CATEGORIES), by.percent(30) ? 2 : 1));

const referrer = (by: Chance): Condition => {
  const site = by.of(named(SITES));
  return {
    fact: "referralUrl",
    operator: "matchesWildcard",
    value: [by.percent(60) ? `*${site}.example*` : `https://www.${site}.example/*`],
  };
};

function total(by: Chance): Condition {
  const from = by.between(10, HIGHEST_TOTAL - 60);
  return by.percent(40)
    ? { fact: "orderTotal", operator: "greaterThanInclusive", value: `${from}` }
    : { fact: "orderTotal", operator: "between", value: [`${from}`, `${from + by.between(40, 200)}.50`] };
}

/** Some weeks of the year, by days of the terms' time zone. */
function dates(by: Chance): Condition {
  const first = by.between(0, 330);
  return { fact: "occurredAt", operator: "between", value: [day(first), day(first + by.between(14, 120))] };
}

const DAY_MS = 86_400_000;
const day = (nth: number) => new Date(Date.UTC(YEAR, 0, 1) + nth * DAY_MS).toISOString().slice(0, 10);

function payout(by: Chance) {
  const partner = { percent: `${by.between(2, 20)}` };
  const bounds = by.percent(20) ? { max: `${by.between(20, 60)}.00` } : {};
  return { model: "CPS" as const, partner, platform: { percent: "2" }, ...bounds };
}

/** So many different ones, in their order. */
function some<T>(by: Chance, values: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < count) chosen.add(by.of(values));
  return [...chosen];
}

const several = (by: Chance, kinds: readonly ((by: Chance) => Condition)[], count: number): Condition[] =>
  some(by, kinds, count).map((kind) => kind(by));
