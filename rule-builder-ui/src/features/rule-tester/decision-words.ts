import {
  type Decision,
  type DecisionLine,
  type FactDefinition,
  factOf,
  formatAmount,
  type MixedMatch,
  printValueList,
  REASONS,
  type RuleMatch,
} from "@firstmatch/shared-types";
import { toLocal } from "../../components/local-time.ts";

/** Which rule it is, with the layer that it stands in: "Payout group 1: New and 200 or more". */
export function ruleName(match: RuleMatch | MixedMatch): string {
  switch (match.kind) {
    case "personal":
      return `Personal payout: ${match.name}`;
    case "group":
      return `Payout group ${match.rank}: ${match.name}`;
    case "default":
      return "Default payout";
    case "mixed":
      return "Different rules, item line by item line";
  }
}

export const STATUS_WORDS: Record<Decision["status"], { word: string; color: string }> = {
  payable: { word: "Payable", color: "teal" },
  kpi: { word: "KPI", color: "blue" },
  rejected: { word: "Rejected", color: "red" },
};

/** Why nothing is paid; null when something is. */
export const statusSentence = ({ status, reason }: Decision): string | null =>
  status === "kpi" ? "Tracked as a KPI: nothing is paid." : reason === null ? null : REASONS[reason];

/** The partner's amount, or the word for why there is none. */
export const amountOrStatus = ({ status, payout, currency }: Decision): string =>
  status === "payable" ? formatAmount(payout, currency) : STATUS_WORDS[status].word;

const FROM_CODE: Record<NonNullable<Decision["partnerFrom"]>, string> = {
  event: "",
  click: ", whose click it came from",
  "coupon-code": ", to whom the coupon code belongs",
  "promo-code": ", to whom the promo code belongs",
  lifetime: ", to whom the customer is bound",
};

/** Whose event it is, and how that came about where the event itself does not say. */
export const partnerWords = ({ partnerId, partnerFrom }: Decision): string =>
  partnerId === null
    ? "Without a partner"
    : `Partner ${partnerId}${partnerFrom === null ? "" : FROM_CODE[partnerFrom]}`;

/** The whole answer in one breath, for a screen reader. */
export function answerSentence(decision: Decision): string {
  const what = decision.status === "payable" ? `Payout ${amountOrStatus(decision)}` : amountOrStatus(decision);
  const by = `${what}, by ${ruleName(decision.match)}.`;
  return [by, statusSentence(decision), ...(decision.notes ?? [])].filter(Boolean).join(" ");
}

/** `Item line 2: Trail shoe`, by the best name that the line has. */
export function lineName(item: number | null, event: Record<string, unknown>): string {
  if (item === null) return "Whole order";
  const line: unknown = Array.isArray(event.items) ? event.items[item] : undefined;
  const { name, sku, category } = (line ?? {}) as Record<string, unknown>;
  const known = [name, sku, category].find((text) => typeof text === "string" && text !== "");
  return known === undefined ? `Item line ${item + 1}` : `Item line ${item + 1}: ${known}`;
}

/** Beside goals, a line without an item is what they leave over. */
export const paidLineName = (line: DecisionLine, event: Record<string, unknown>, goals: boolean): string =>
  line.item === null && goals ? "The rest of the order" : lineName(line.item, event);

/** What the event carried, in the words of the fact's kind. */
export function actualWords(
  fact: string,
  actual: unknown,
  { currency, timezone }: Pick<AnswerContext, "currency" | "timezone">,
): string {
  if (Array.isArray(actual)) return actual.length === 0 ? "an empty list" : printValueList(actual.map(String));
  if (actual === "") return "empty text";
  const input = (factOf(fact) as FactDefinition | undefined)?.input;
  const text = String(actual);
  if (input === "amount") return formatAmount(text, currency);
  const local = input === "date-time" ? toLocal(text, timezone) : undefined;
  return local === undefined ? text : `${local.replace("T", " ")} (${timezone})`;
}

/** In which currency and on which clock an answer is told, about which event, decided by which document. */
export interface AnswerContext {
  document: string;
  currency: string;
  timezone: string;
  event: Record<string, unknown>;
}
