import { type Cap, type Decision, PER_PERIOD, REASONS, type Reason } from "@firstmatch/shared-types";
import type { DecidedLine } from "./amounts.ts";
import { fromMinor, LARGEST_AMOUNT, toMinor } from "./minor-units.ts";
import { ruleKey } from "./rule-key.ts";

/** A cap, and what of it is used up in the period that the conversion lies in. Revenue in minor units. */
export interface CapRoom {
  cap: Cap;
  conversions: number;
  revenue: number;
}

/** What of a conversion is frozen: corrections are made at these amounts. Whole minor units. */
export interface SettledLine {
  item: number | null;
  rule: string;
  private: boolean;
  /** What a percent was taken of; null where the event carries nothing to take one of. */
  base: number | null;
  payout: number;
  fee: number;
  /** Whether what the advertiser pays uses up the revenue budget. */
  budgeted: boolean;
}

export interface Settled {
  decision: Decision;
  lines: SettledLine[];
  /** Whether it uses up the conversion caps. */
  counted: boolean;
  /** The rules that take no second conversion of this click. */
  claims: string[];
}

interface Question {
  /** As the terms decide it, and the lines it came from. */
  decision: Decision;
  lines: readonly DecidedLine[];
  rooms: readonly CapRoom[];
  /** Of the rules that take one conversion per click, those that had theirs; none for an event without a click. */
  taken: ReadonlySet<string>;
  hasClick: boolean;
}

/**
 * What is recorded of a decided event, beside what was recorded before: its rule may have had its one conversion of the
 * click, and the program's caps may be used up. KPI and rejected conversions use up nothing. Source: seeds, "Recurrent",
 * "Conversion cap", "Revenue budget".
 */
export function settle({ decision, lines, rooms, taken, hasClick }: Question): Settled {
  const { currency } = decision;
  const settled = lines.map(
    ({ line, payout, advertiserCost }): SettledLine => ({
      item: line.item,
      rule: ruleKey(decision, line.rule.match),
      private: line.rule.setup.visibility === "private",
      base: line.base === null ? null : toMinor(line.base.amount, currency),
      payout: toMinor(payout, currency),
      fee: toMinor(advertiserCost.minus(payout), currency),
      budgeted: line.rule.setup.revenueBudget,
    }),
  );
  if (decision.status === "rejected") return unpaid(decision, settled);
  const single = lines
    .filter(({ line }) => !line.rule.setup.recurrent)
    .map(({ line }) => ruleKey(decision, line.rule.match));
  if (single.some((rule) => taken.has(rule))) return unpaid(rejected(decision, "duplicate-click"), settled);
  const claims = hasClick ? [...new Set(single)] : [];
  if (decision.status === "kpi") return { ...unpaid(decision, settled), claims };

  const counted = lines.some(({ status, line }) => status === "payable" && line.rule.setup.conversionCap);
  const full = rooms.find(
    ({ cap, conversions }) => cap.measure === "conversions" && conversions + 1 > Number(cap.limit),
  );
  if (counted && full !== undefined)
    return unpaid(rejected(decision, "conversion-cap-reached", `${words(full.cap)} is reached.`), settled);

  const cost = budgetedCost(settled);
  const budgets = rooms
    .filter(({ cap }) => cap.measure === "revenue")
    .map(({ cap, revenue }) => ({ cap, left: Math.max(0, toMinor(cap.limit, currency) - revenue) }))
    .sort((one, other) => one.left - other.left);
  const says = ({ cap, left }: { cap: Cap; left: number }) =>
    `${words(cap)} has ${fromMinor(left, currency)} ${currency} left, and this takes ${fromMinor(cost, currency)} ${currency}.`;
  const short = budgets.find(({ cap, left }) => cap.beyond === "pay-rest" && left < cost);
  const rest = short?.left ?? cost;
  const closed = budgets.find(({ cap, left }) => cap.beyond === "reject" && left < rest);
  const paidBeside = settled.some(({ budgeted, payout, fee }) => !budgeted && payout + fee > 0);
  const nothingLeft = rest === 0 && !paidBeside ? short : undefined;
  const refusing = closed ?? nothingLeft;
  if (refusing !== undefined) return unpaid(rejected(decision, "revenue-budget-reached", says(refusing)), settled);
  if (short === undefined) return { decision, lines: settled, counted, claims };
  const cut = payRest(settled, rest);
  return { decision: withAmounts(decision, cut, `${says(short)} What is left is paid.`), lines: cut, counted, claims };
}

/** What the advertiser pays of some lines, as far as it uses up the revenue budget. Whole minor units. */
export const budgetedCost = (lines: readonly Pick<SettledLine, "budgeted" | "payout" | "fee">[]): number =>
  sum(lines.map(({ budgeted, payout, fee }) => (budgeted ? payout + fee : 0)));

/** Line by line until the rest is used up; the line that meets the end is paid in proportion. */
function payRest(lines: readonly SettledLine[], left: number): SettledLine[] {
  let rest = left;
  return lines.map((line) => {
    const cost = line.payout + line.fee;
    if (!line.budgeted || cost <= rest) {
      rest -= line.budgeted ? cost : 0;
      return line;
    }
    // Down to the minor unit, so that the partner never gets more than its part of what the advertiser still pays.
    const payout = Number((BigInt(line.payout) * BigInt(rest)) / BigInt(cost));
    const cut = { ...line, payout, fee: rest - payout };
    rest = 0;
    return cut;
  });
}

function unpaid(decision: Decision, lines: readonly SettledLine[]): Settled {
  return {
    decision,
    lines: lines.map((line) => ({ ...line, payout: 0, fee: 0 })),
    counted: false,
    claims: [],
  };
}

function rejected(decision: Decision, reason: Reason, note: string = REASONS[reason]): Decision {
  const zero = fromMinor(0, decision.currency);
  const none = { payout: zero, platformFee: zero, advertiserCost: zero };
  return {
    ...decision,
    ...{ status: "rejected", reason, ...none },
    notes: [...(decision.notes ?? []), note],
    lines: decision.lines.map((line) => ({ ...line, status: "rejected", ...none })),
  };
}

function withAmounts(decision: Decision, lines: readonly SettledLine[], note: string): Decision {
  const print = (payout: number, fee: number) => ({
    payout: fromMinor(payout, decision.currency),
    platformFee: fromMinor(fee, decision.currency),
    advertiserCost: fromMinor(payout + fee, decision.currency),
  });
  return {
    ...decision,
    ...print(sum(lines.map(({ payout }) => payout)), sum(lines.map(({ fee }) => fee))),
    notes: [...(decision.notes ?? []), note],
    lines: decision.lines.map((line, at) => {
      const { payout, fee } = lines[at] as SettledLine;
      return { ...line, ...print(payout, fee) };
    }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const MEASURES = { conversions: "conversion cap", revenue: "revenue budget" };
const words = ({ measure, per, limit }: Cap): string => `The ${MEASURES[measure]} of ${limit} ${PER_PERIOD[per]}`;

/** Whether amounts are small enough to be added up exactly. */
export const isRecordable = ({ lines }: Settled): boolean =>
  lines.every(({ base, payout, fee }) => [base ?? 0, payout, fee].every((amount) => amount <= LARGEST_AMOUNT));
