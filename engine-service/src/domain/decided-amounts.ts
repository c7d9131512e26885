import { type DatedEvent, Decimal, type Decision, type Reason, type Terms } from "@firstmatch/shared-types";
import { type DecidedLine, payLines, printAmounts, printLine } from "./amounts.ts";
import { itemLines, orderLines } from "./lines.ts";
import { fromMinor } from "./minor-units.ts";
import type { Rule } from "./rule.ts";

/** What an event's rules pay. */
export interface DecidedAmounts
  extends Pick<Decision, "status" | "reason" | "payout" | "platformFee" | "advertiserCost" | "lines"> {
  /** What the amounts come from, with their rules; none where only the answer was wanted. */
  paid: readonly DecidedLine[];
}

export interface Winners {
  /** One for an order, one for each line at item level; undefined: the line is left out. */
  found: readonly (Rule | undefined)[];
  level: Decision["level"];
  event: DatedEvent;
  terms: Terms;
  revenueShare: string | null;
  refused: Reason | null;
}

/** In whole minor units, for an order that one rule pays as a whole; undefined where only decimals are sure to be right. */
export function amountsInIntegers({ found, level, event, terms, revenueShare, refused }: Winners) {
  const [rule] = found;
  if (level !== "order" || rule === undefined || rule.setup.classification === "kpi") return undefined;
  const amounts = rule.inIntegers?.(event, revenueShare);
  if (amounts === undefined) return undefined;
  const { payout, advertiserCost } = refused === null ? amounts : NOTHING;
  const { currency } = terms;
  return {
    status: refused === null ? "payable" : "rejected",
    reason: refused,
    payout: fromMinor(payout, currency),
    platformFee: fromMinor(advertiserCost - payout, currency),
    advertiserCost: fromMinor(advertiserCost, currency),
    lines: [],
    paid: [],
  } satisfies DecidedAmounts;
}

const NOTHING = { payout: 0, advertiserCost: 0 };

/** Of every event, in exact decimals. @param explained whether the lines carry the steps of their calculation */
export function amountsInDecimals(
  { found, level, event, terms, revenueShare, refused }: Winners,
  explained: boolean,
): DecidedAmounts {
  const groups =
    level === "order"
      ? [orderLines(found[0] as Rule, event, terms.currency)]
      : itemLines(found, event, terms).map((line) => [line]);
  const paid = groups.flatMap((group) => payLines(group, terms, revenueShare, explained));
  // Who may not be paid is still shown which rule would have, so that nobody looks for the fault in the rules.
  const reason = refused ?? paid.find((line) => line.reason !== null)?.reason ?? null;
  const rejected = reason !== null;
  const total = (amount: (line: DecidedLine) => Decimal) =>
    rejected ? new Decimal(0) : paid.reduce((sum, line) => sum.plus(amount(line)), new Decimal(0));
  return {
    status: rejected ? "rejected" : paid.every((line) => line.status === "kpi") ? "kpi" : "payable",
    reason,
    ...printAmounts(
      total((line) => line.payout),
      total((line) => line.advertiserCost),
      terms.currency,
    ),
    lines:
      level === "item" || paid.some(({ line }) => line.goal !== null)
        ? paid.map((line) => printLine(line, terms, rejected))
        : [],
    paid,
  };
}
