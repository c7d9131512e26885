import {
  type DatedEvent,
  Decimal,
  foldText,
  type Goal,
  type Item,
  minorUnit,
  type Payout,
  paysTraffic,
  type Terms,
} from "@firstmatch/shared-types";
import { type Base, netAmounts, orderBase } from "./base.ts";
import { type Commissions, takesPostback } from "./pay.ts";
import type { Rule } from "./rule.ts";
import { spread } from "./spread.ts";

/** What is paid apart: an item, the whole order, or the rest of an order beside its goals. */
export interface Line {
  /** Index of the item; null for the whole order or the rest of it. */
  item: number | null;
  rule: Rule;
  goal: string | null;
  commissions: Commissions;
  base: Base | null;
  multiplier: Decimal | null;
  received: Decimal | null;
}

/** Lines that share their bounds: all lines of an order, or one item line. */
export type LineGroup = Line[];

/** At order level one rule pays the order: as one line, or by goals, each item with one a line of its own. */
export function orderLines(rule: Rule, event: DatedEvent, currency: string): LineGroup {
  const { payout } = rule;
  const base = orderBase(event, () => netAmounts(event, currency));
  const received = receivedAmount(event);
  const whole: Line = {
    item: null,
    rule,
    goal: null,
    commissions: payout,
    base,
    multiplier: multiplierOf(payout, event),
    received,
  };
  if (!payout.goals?.length || takesPostback(payout, received)) return [whole];

  const items = (event.items ?? []).map((item, index) => ({ index, goal: goalOf(payout, item) }));
  const withGoal = items.flatMap(({ index, goal }) => (goal === undefined ? [] : [{ index, goal }]));
  if (withGoal.length === 0) return [whole];
  const net = netAmounts(event, currency);
  const goalLines = withGoal.map(
    ({ index, goal }): Line => ({
      ...whole,
      item: index,
      goal: goal.name,
      commissions: commissionsOf(goal, payout),
      base: net[index] ?? null,
    }),
  );
  return withGoal.length === items.length ? goalLines : [...goalLines, { ...whole, base: restOf(base, goalLines) }];
}

/** The base less what the goals paid from; never below zero, should the items come to more than the order. */
function restOf(base: Base | null, goalLines: readonly Line[]): Base | null {
  if (base === null || goalLines.some((line) => line.base === null)) return null;
  const taken = goalLines.reduce((sum, line) => sum.plus(line.base?.amount ?? 0), new Decimal(0));
  return { amount: Decimal.max(0, base.amount.minus(taken)), source: `${base.source} less the items that goals pay` };
}

/**
 * At item level every item is a line; an event without items is one line, the whole order.
 *
 * @param rules the winner of each item; an item without one is no line
 */
export function itemLines(
  rules: readonly (Rule | undefined)[],
  event: DatedEvent,
  terms: Pick<Terms, "currency">,
): Line[] {
  const items: (Item | null)[] = event.items?.length ? event.items : [null];
  const net = netAmounts(event, terms.currency);
  const received = receivedAmount(event);
  // What a postback pays, it pays once for the whole order, so each line gets its part and not the whole of it.
  const parts =
    received &&
    spread(
      received,
      items.map((_, index) => net[index]?.amount ?? new Decimal(0)),
      minorUnit(terms.currency),
    );
  return items.flatMap((item, index): Line[] => {
    const rule = rules[index];
    if (rule === undefined) return [];
    const { payout } = rule;
    const part = parts?.[index] ?? null;
    const goal = item === null || takesPostback(payout, part) ? undefined : goalOf(payout, item);
    const line: Line = {
      item: item === null ? null : index,
      rule,
      goal: goal?.name ?? null,
      commissions: goal === undefined ? payout : commissionsOf(goal, payout),
      base: item === null ? orderBase(event, () => net) : (net[index] ?? null),
      multiplier: new Decimal(item?.quantity ?? 1),
      received: part,
    };
    return [line];
  });
}

const receivedAmount = (event: DatedEvent): Decimal | null =>
  event.postbackPayout === undefined ? null : new Decimal(event.postbackPayout);

/** Once per order; by clicks, 1 if the event does not say; by thousands of impressions, which it must say. */
function multiplierOf(payout: Payout, event: DatedEvent): Decimal | null {
  if (!paysTraffic(payout.model)) return ONE;
  if (payout.model === "CPC") return new Decimal(event.clicks ?? 1);
  return event.impressions === undefined ? null : new Decimal(event.impressions).times(THOUSANDTH);
}

const ONE = new Decimal(1);
const THOUSANDTH = new Decimal("0.001");

/** The first goal whose values include the item's category or SKU. */
function goalOf(payout: Payout, item: Item): Goal | undefined {
  const matches = (goal: Goal) => {
    const named = goal.by === "category" ? item.category : item.sku;
    return named !== undefined && valuesOf(goal).has(foldText(named));
  };
  return payout.goals?.find(matches);
}

/** Folded once per document: a goal may name thousands of products, and each item asks for all of them. */
function valuesOf(goal: Goal): ReadonlySet<string> {
  const known = FOLDED.get(goal);
  if (known !== undefined) return known;
  const folded = new Set(goal.values.map(foldText));
  FOLDED.set(goal, folded);
  return folded;
}

const FOLDED = new WeakMap<Goal, ReadonlySet<string>>();

/** A goal that names neither the platform's part nor what the advertiser pays takes the payout's. */
const commissionsOf = (goal: Goal, payout: Payout): Commissions =>
  goal.platform === undefined && goal.advertiser === undefined
    ? { partner: goal.partner, platform: payout.platform, advertiser: payout.advertiser }
    : goal;
