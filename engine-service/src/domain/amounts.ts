import {
  Decimal,
  type DecisionLine,
  printAmount,
  printExact,
  REASONS,
  type Reason,
  type Terms,
} from "@firstmatch/shared-types";
import { bound } from "./bounds.ts";
import type { Line, LineGroup } from "./lines.ts";
import { type PaidLine, payLine } from "./pay.ts";

/** A line with its amounts, or why there are none. */
export interface DecidedLine {
  line: Line;
  status: DecisionLine["status"];
  reason: Reason | null;
  payout: Decimal;
  advertiserCost: Decimal;
  /** None unless they were asked for. */
  steps: string[];
}

const ZERO = new Decimal(0);

/**
 * Pays lines that share one rule and one set of bounds. KPI is tracked only: nothing is worked out, so nothing can be
 * missing. A payout above the cost is rejected on the line where it shows, after the bounds.
 *
 * @param explained whether the lines carry the steps by which their amounts came about
 */
export function payLines(
  group: LineGroup,
  terms: Terms,
  revenueShare: string | null,
  explained: boolean,
): DecidedLine[] {
  const rule = (group[0] as Line).rule;
  const unpaid = (line: Line, status: "kpi" | "rejected", reason: Reason | null, steps: string[]): DecidedLine => ({
    line,
    status,
    reason,
    payout: ZERO,
    advertiserCost: ZERO,
    steps: explained ? steps : [],
  });
  if (rule.setup.classification === "kpi")
    return group.map((line) => unpaid(line, "kpi", null, ["Tracked as KPI, not paid."]));

  const paying = { payout: rule.payout, revenueShare, terms, explained };
  const payments = group.map((line) => payLine(line, paying));
  const paid = payments.flatMap((payment): PaidLine[] => (payment.ok ? [payment.paid] : []));
  if (paid.length < group.length) {
    return payments.map((payment, index) =>
      unpaid(
        group[index] as Line,
        "rejected",
        payment.ok ? null : payment.reason,
        payment.ok ? payment.paid.steps : payment.steps,
      ),
    );
  }
  const weights = group.map((line) => line.base?.amount ?? ZERO);
  return bound(paid, rule.payout, terms, weights, explained).map((bounded, index) => {
    const line = group[index] as Line;
    return bounded.payout.greaterThan(bounded.advertiserCost)
      ? unpaid(line, "rejected", "negative-margin", [...bounded.steps, REASONS["negative-margin"]])
      : {
          line,
          status: "payable",
          reason: null,
          payout: bounded.payout,
          advertiserCost: bounded.advertiserCost,
          steps: bounded.steps,
        };
  });
}

/** Amounts of a decided line as the answer prints them; a rejected event pays none of its lines. */
export function printLine(decided: DecidedLine, terms: Terms, rejected: boolean): DecisionLine {
  const { line, status } = decided;
  const [payout, cost] = rejected ? [ZERO, ZERO] : [decided.payout, decided.advertiserCost];
  return {
    item: line.item,
    match: line.rule.match,
    goal: line.goal,
    status: rejected ? "rejected" : status,
    visibility: line.rule.setup.visibility,
    base: line.base && printExact(line.base.amount, terms.currency),
    ...printAmounts(payout, cost, terms.currency),
  };
}

export const printAmounts = (payout: Decimal, cost: Decimal, currency: string) => ({
  payout: printAmount(payout, currency),
  platformFee: printAmount(cost.minus(payout), currency),
  advertiserCost: printAmount(cost, currency),
});
