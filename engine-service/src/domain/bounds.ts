import { Decimal, minorUnit, type Payout, printAmount, type Terms } from "@firstmatch/shared-types";
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
  terms: Pick<Terms, "currency">,
  weights: readonly Decimal[],
  explained: boolean,
): PaidLine[] {
  if (payout.min === undefined && payout.max === undefined) return lines;
  const total = lines.reduce((sum, line) => sum.plus(line.payout), new Decimal(0));
  const digits = minorUnit(terms.currency);
  // A bound finer than the minor unit is rounded to its safe side, so that it holds.
  const max = payout.max === undefined ? null : new Decimal(payout.max).toDecimalPlaces(digits, Decimal.ROUND_DOWN);
  const min = payout.min === undefined ? null : new Decimal(payout.min).toDecimalPlaces(digits, Decimal.ROUND_UP);
  const limit = max?.lessThan(total) ? max : min?.greaterThan(total) ? min : null;
  if (limit === null) return lines;
  const words = explained ? [wordsOf(limit, limit === max ? "at most" : "at least", total, terms)] : [];
  // A raised amount is divided by what the lines cost where that is given, so that no line gets more than it costs.
  const byCost = limit === min && lines.every((line) => line.costIsGiven);
  const shares = lines.map((line) => (byCost ? line.advertiserCost : line.payout));
  const parts = spread(limit, shares.every((share) => share.isZero()) ? weights : shares, digits);
  return lines.map((line, index) => {
    const bounded = parts[index] as Decimal;
    const advertiserCost = line.costIsGiven
      ? line.advertiserCost
      : line.advertiserCost.minus(line.payout).plus(bounded);
    return { ...line, payout: bounded, advertiserCost, steps: [...line.steps, ...words] };
  });
}

function wordsOf(limit: Decimal, holds: string, total: Decimal, { currency }: Pick<Terms, "currency">): string {
  const [amount, before] = [printAmount(limit, currency), printAmount(total, currency)];
  return `The partner gets ${holds} ${amount}, so ${amount} instead of ${before}.`;
}
