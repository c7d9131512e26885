import { type Condition, type ConditionNode, type Conditions, isLeaf } from "./conditions.ts";
import { dateForm } from "./dates.ts";
import { type FactDefinition, factOf } from "./facts.ts";
import { formatDate, formatNumber, formatThreshold } from "./formats.ts";
import { type OperatorName, operatorOf } from "./operators.ts";
import { joinSentences, joint, listed, type Sentence, type SentencePart, value, words } from "./sentence.ts";
import { printValueList } from "./value-list.ts";

export interface CriteriaSentenceOptions {
  currency: string;
  /** Name every value, however many there are; otherwise a long list is cut. */
  whole?: boolean;
  /** Spoken to the partner itself: "Your sales this month". */
  toPartner?: boolean;
}

/** A list of more values than this is cut to the first few. */
const LISTED_WHOLE = 4;
const LISTED_WHEN_CUT = 2;
const LONGEST_VALUE = 60;

/** How the labels of facts of the partner's past begin. */
const PARTNERS = /^Partner's/;

/** What a date operator is called; the general words ("is at least") do not fit a day. */
const DATE_LABELS: Partial<Record<OperatorName, string>> = {
  equal: "is on",
  notEqual: "is not on",
  greaterThanInclusive: "is on or after",
  greaterThan: "is after",
  lessThanInclusive: "is on or before",
  lessThan: "is before",
};

/** How an operator reads behind a fact: `is at least`, for a date `is on or after`. */
export const operatorLabel = (operator: string, kind?: FactDefinition["kind"]): string =>
  (kind === "date" ? DATE_LABELS[operator as OperatorName] : undefined) ?? operatorOf(operator)?.label ?? operator;

/**
 * Conditions as a manager reads them: `Customer status is New and Order total is at least $200`. Also takes half-filled
 * ones, as a builder holds them: what is not chosen yet is `…`.
 */
export const criteriaSentence = (conditions: Conditions, options: CriteriaSentenceOptions): Sentence =>
  conditions.all.length === 0
    ? [words("every conversion")]
    : joinSentences(
        conditions.all.map((node) => nodeSentence(node, options, conditions.all.length === 1)),
        joint(" and "),
      );

/** @param alone nothing stands beside it, so it needs no parentheses */
function nodeSentence(node: ConditionNode, options: CriteriaSentenceOptions, alone: boolean): Sentence {
  if (isLeaf(node)) return leafSentence(node, options);
  if ("not" in node) return [joint("not "), words("("), ...nodeSentence(node.not, options, true), words(")")];
  const nodes = "all" in node ? node.all : node.any;
  if (nodes.length === 0) return [words("(…)")];
  const only = nodes[0] as ConditionNode;
  if (nodes.length === 1) return nodeSentence(only, options, alone);
  const inside = joinSentences(
    nodes.map((inner) => nodeSentence(inner, options, false)),
    joint("all" in node ? " and " : " or "),
  );
  return alone ? inside : [words("("), ...inside, words(")")];
}

function leafSentence({ fact: key, operator, value: expected }: Condition, options: CriteriaSentenceOptions): Sentence {
  const fact = factOf(key);
  const kind = typeof expected === "string" && fact?.kind === "any" && dateForm(expected) ? "date" : fact?.kind;
  const label = fact?.past && options.toPartner ? fact.label.replace(PARTNERS, "Your") : fact?.label;
  const subject = words(`${label ?? (key || "…")} ${operatorLabel(operator, kind)}`);
  const shape = operatorOf(operator)?.expected;
  if (shape === "none") return [subject];
  return [words(`${subject.text} `), ...expectedSentence(expected, fact, shape, options)];
}

function expectedSentence(
  expected: Condition["value"],
  fact: FactDefinition | undefined,
  shape: string | undefined,
  options: CriteriaSentenceOptions,
): Sentence {
  // A builder keeps a list that it cannot split yet, with a quotation mark left open, as it was typed.
  if (shape === "list")
    return typeof expected === "string" ? [value(expected || "…")] : valuesSentence([expected].flat(), options);
  const sides = [expected].flat().map((side) => value(side === true ? "…" : comparedValue(side, fact, options)));
  return sides.length === 0 ? [value("…")] : listed(sides, "and");
}

function valuesSentence(values: readonly (string | true)[], { whole }: CriteriaSentenceOptions): Sentence {
  if (values.length === 0) return [value("…")];
  const shown = (entry: string | true): SentencePart => value(shortened(printValueList([String(entry)]), whole));
  if (whole || values.length <= LISTED_WHOLE) return listed(values.map(shown));
  return listed([
    ...values.slice(0, LISTED_WHEN_CUT).map(shown),
    value(`${formatNumber(String(values.length - LISTED_WHEN_CUT))} more`),
  ]);
}

const shortened = (text: string, whole = false): string =>
  whole || text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;

function comparedValue(text: string, fact: FactDefinition | undefined, { currency }: CriteriaSentenceOptions): string {
  if (text === "") return "…";
  if (fact?.input === "amount") return formatThreshold(text, currency);
  return dateForm(text) === undefined ? formatNumber(text) : formatDate(text);
}
