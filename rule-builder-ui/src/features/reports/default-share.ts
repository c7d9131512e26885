import { formatAmount, type Report } from "@firstmatch/shared-types";
import { shareInWords, shareOf } from "./share.ts";
import { sumOf } from "./sum-of.ts";

/** How much lands on default payouts: money that no payout group was made for. */
export function defaultShareInWords({
  rules,
  totals,
  currency,
}: Pick<Report, "rules" | "totals" | "currency">): string {
  const defaults = rules.filter(({ kind }) => kind === "default");
  const payout = sumOf(
    defaults.map((rule) => rule.payout),
    currency,
  );
  const conversions = defaults.reduce((sum, rule) => sum + rule.conversions, 0);
  const name = defaults.length > 1 ? "default payouts" : "the default payout";
  if (conversions === 0) return "Nothing lands on the default payout.";
  const share = shareOf(payout, totals.payout);
  if (share === 0)
    return `${shareInWords(shareOf(conversions, totals.conversions))} of the conversions land on ${name}, which paid nothing.`;
  return `${shareInWords(share)} of the payout lands on ${name}: ${formatAmount(payout, currency)} of ${formatAmount(totals.payout, currency)}.`;
}
