import { Decimal, minorUnit, type Payout, printAmount, roundAmount, type Terms } from "@firstmatch/shared-types";
import type { PaidLine } from "./pay.ts";
import { spread } from "./spread.ts";

/**
 * Holds the partner's amount between the payout's min and max: per order at order level, where an order may have
 * several lines, per line at item level, where `lines` is one. Where the advertiser's cost is given it stays and the
 * platform's part moves; else the cost moves. Source: contract 4.
 *
 * @param weights how an amount that was moved is divided when no line earned anything: by the lines' bases
 */
export function bound(
  lines: PaidLine[],
  payout: Payout,
  terms: Pick<Terms, "currency" | "rounding">,
  weights: readonly Decimal[],
): PaidLine[] {
  const total = lines.reduce((sum, line) => sum.plus(line.payout), new Decimal(0));
  const limit = exceeded(total, payout);
  if (limit === undefined) return lines;
  const amount = roundAmount(new Decimal(limit.amount), terms.currency, terms.rounding ?? "half-up");
  const words = `${limit.words} ${printAmount(amount, terms.currency)}, so ${printAmount(amount, terms.currency)} instead of ${printAmount(total, terms.currency)}.`;
  const parts = spread(amount, total.isZero() ? weights : lines.map((line) => line.payout), minorUnit(terms.currency));
  return lines.map((line, index) => {
    const bounded = parts[index] as Decimal;
    const advertiserCost = line.costIsGiven
      ? line.advertiserCost
      : line.advertiserCost.minus(line.payout).plus(bounded);
    return { ...line, payout: bounded, advertiserCost, steps: [...line.steps, words] };
  });
}

function exceeded(total: Decimal, { min, max }: Payout): { amount: string; words: string } | undefined {
  if (max !== undefined && total.greaterThan(max)) return { amount: max, words: "The partner gets at most" };
  if (min !== undefined && total.lessThan(min)) return { amount: min, words: "The partner gets at least" };
  return undefined;
}
