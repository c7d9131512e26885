import { apportion, roundedShare } from "./apportion.ts";
import { fromMinor } from "./minor-units.ts";
import type { SettledLine } from "./settle.ts";

/** Whole minor units. */
interface Amounts {
  sale: number;
  payout: number;
  fee: number;
}

/** A conversion as it was decided, and what corrections left of it. */
export interface Reversible {
  lines: readonly Pick<SettledLine, "item" | "base" | "payout" | "fee">[];
  /** Of each line. */
  left: readonly Amounts[];
  /** Each item's net amount in minor units; null where it carries none. */
  items: readonly (number | null)[];
  reversedItems: readonly number[];
  currency: string;
}

/** What is to be taken back: a part of the sale in minor units, items by index, or all that is left. */
export type Asked = { amount: number } | { items: readonly number[] } | "whole";

/** What is left and what was taken, of each line. */
interface Reversed {
  ok: true;
  left: Amounts[];
  taken: Amounts[];
  reversedItems: number[];
  /** Nothing is left. */
  whole: boolean;
}
export type Reversal = Reversed | { ok: false; pointer: string; message: string };

/**
 * Takes back a part of a conversion at the rate that was frozen with it. What is left of a line's payout and fee is
 * always the frozen amount × what is left of its base / its base, rounded half up: worked out anew from the frozen
 * amounts each time, so that many small reversals never drift.
 *
 * An amount is divided among the lines by their bases. An item takes what is left of its line; where it has none of its
 * own, at order level or beside goals, what is left of its net amount. A line without a base goes whole or stays.
 */
export function reversal(of: Reversible, asked: Asked): Reversal {
  if (asked === "whole")
    return reversed(
      of,
      of.left.map(() => NOTHING),
    );
  return "amount" in asked ? byAmount(of, asked.amount) : byItems(of, asked.items);
}

/** Items that can still be taken back, by index. */
export const reversibleItems = (of: Reversible): number[] =>
  of.items.flatMap((_, item) => (byItems(of, [item]).ok ? [item] : []));

const NOTHING: Amounts = { sale: 0, payout: 0, fee: 0 };

const isNothing = ({ sale, payout, fee }: Amounts): boolean => sale === 0 && payout === 0 && fee === 0;

function byAmount(of: Reversible, amount: number): Reversal {
  const { left, currency } = of;
  const sale = left.reduce((sum, line) => sum + line.sale, 0);
  const print = (units: number) => `${fromMinor(units, currency)} ${currency}`;
  const refused = (message: string): Reversal => ({ ok: false, pointer: "/amount", message });
  if (sale === 0)
    return refused("cannot be taken from a conversion of whose sale nothing is left; reverse it whole or by items");
  if (amount <= 0) return refused(`must be more than zero; ${print(sale)} of the sale is left`);
  if (amount > sale) return refused(`must be at most ${print(sale)}, which is left of the sale, not ${print(amount)}`);
  const cells = of.lines.flatMap((_, at) => cellsOf(of, at));
  const parts = apportion(
    sale - amount,
    cells.map(({ weight }) => weight),
  );
  const sales = of.lines.map((_, at) =>
    parts.reduce((sum, part, cell) => (cells[cell]?.line === at ? sum + part : sum), 0),
  );
  return reversed(
    of,
    sales.map((sale, at) => leftAt(of, at, sale)),
  );
}

function byItems(of: Reversible, items: readonly number[]): Reversal {
  let now = of;
  for (const [at, item] of items.entries()) {
    const refused = (message: string): Reversal => ({ ok: false, pointer: `/items/${at}`, message });
    if (of.items.length === 0)
      return refused(`names item ${item}, and the event carries no items; reverse it whole or by an amount`);
    if (item >= of.items.length)
      return refused(`must be from 0 to ${of.items.length - 1}, the items of the event, not ${item}`);
    if (now.reversedItems.includes(item))
      return refused(
        `names item ${item}, which ${items.indexOf(item) < at ? "is named twice" : "is reversed already"}`,
      );
    const own = of.lines.findIndex((line) => line.item === item);
    const place = own === -1 ? of.lines.findIndex((line) => line.item === null) : own;
    const line = now.left[place];
    if (line === undefined || isNothing(line)) return refused(`names item ${item}, of which nothing is left`);
    const rest = own === -1 ? restWithout(now, place, item) : NOTHING;
    if (rest === undefined)
      return refused(`names item ${item}, whose part of the order is not known; reverse it whole or by an amount`);
    now = { ...now, left: now.left.with(place, rest), reversedItems: [...now.reversedItems, item] };
  }
  return reversed(of, [...now.left], [...now.reversedItems]);
}

/** What is left of a line that several items share without one of them; undefined where the item carries no amount. */
function restWithout(of: Reversible, place: number, item: number): Amounts | undefined {
  const cells = cellsOf(of, place);
  const cell = cells.findIndex((each) => each.item === item);
  const { sale } = of.left[place] as Amounts;
  const parts = apportion(
    sale,
    cells.map(({ weight }) => weight),
  );
  return cell === -1 ? undefined : leftAt(of, place, sale - (parts[cell] as number));
}

/** A part of a line's base that goes by itself: an item's, or the rest. Weights in minor units. */
interface Cell {
  line: number;
  item: number | null;
  weight: number;
}

/** What a line's base is made of, without the items that were reversed. */
function cellsOf({ lines, items, reversedItems }: Reversible, line: number): Cell[] {
  const { item: own, base } = lines[line] as Reversible["lines"][number];
  if (base === null || base === 0) return [];
  const shared = own !== null ? [] : items.flatMap((net, item) => (net && !hasLine(item) ? [{ item, net }] : []));
  const nets = shared.map(({ net }) => net);
  const sum = nets.reduce((total, net) => total + net, 0);
  // An order whose base was sent may be less than its items come to.
  const weights = sum > base ? apportion(base, nets) : nets;
  const cells = [
    ...shared.map(({ item }, at): Cell => ({ line, item, weight: weights[at] as number })),
    { line, item: own, weight: Math.max(0, base - sum) },
  ];
  return cells.filter(({ item, weight }) => weight > 0 && (item === null || !reversedItems.includes(item)));

  function hasLine(item: number) {
    return lines.some((each) => each.item === item);
  }
}

function leftAt({ lines, left }: Reversible, at: number, sale: number): Amounts {
  const { base, payout, fee } = lines[at] as Reversible["lines"][number];
  if (base === null || base === 0) return left[at] as Amounts;
  return { sale, payout: roundedShare(payout, sale, base), fee: roundedShare(fee, sale, base) };
}

function reversed(of: Reversible, left: Amounts[], reversedItems: number[] = [...of.reversedItems]): Reversed {
  const taken = of.left.map(({ sale, payout, fee }, at) => {
    const after = left[at] as Amounts;
    return { sale: sale - after.sale, payout: payout - after.payout, fee: fee - after.fee };
  });
  return { ok: true, left, taken, reversedItems, whole: left.every(isNothing) };
}
