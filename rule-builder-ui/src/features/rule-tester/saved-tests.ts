import type { Decision } from "@firstmatch/shared-types";
import { formatAmount } from "@firstmatch/shared-types";
import { ruleName, STATUS_WORDS } from "./decision-words.ts";
import type { Loose } from "./event-form.ts";

/** A test conversion kept under a name, with the answer that was right when it was saved. */
export interface SavedTest {
  name: string;
  event: Loose;
  revenueShare: string;
  /** Of the partner; left out by those that were saved before there was one. */
  past?: Loose;
  /** Null when it was saved before it was tried. */
  expected: SavedAnswer | null;
}

interface SavedAnswer {
  status: Decision["status"];
  payout: string;
  currency: string;
  rule: string;
}

export const answerToSave = ({ status, payout, currency, match }: Decision): SavedAnswer => ({
  status,
  payout,
  currency,
  rule: ruleName(match),
});

/** How an answer compares with the saved one; a group that only moved to another rank is still another answer. */
export function comparedWithSaved(
  { expected }: SavedTest,
  decision: Decision,
): { same: boolean; words: string } | null {
  if (expected === null) return null;
  const now = answerToSave(decision);
  const same = JSON.stringify(now) === JSON.stringify(expected);
  const was = `${STATUS_WORDS[expected.status].word}, ${formatAmount(expected.payout, expected.currency)}, ${expected.rule}`;
  return { same, words: same ? "The same answer as when it was saved" : `When it was saved: ${was}` };
}

/** In alphabetical order; one of the same name is replaced. */
export const withSaved = (tests: readonly SavedTest[], test: SavedTest): SavedTest[] =>
  [...tests.filter(({ name }) => name !== test.name), test].sort((left, right) => left.name.localeCompare(right.name));

/** What the browser kept; anything that is no saved test, by an older or a foreign hand, is passed over. */
export function readSavedTests(text: string | undefined): SavedTest[] {
  const kept = parsed(text ?? "[]");
  return Array.isArray(kept) ? kept.filter(isSavedTest) : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

const isRecord = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSavedTest = (value: unknown): value is SavedTest =>
  isRecord(value) &&
  typeof value.name === "string" &&
  typeof value.revenueShare === "string" &&
  isRecord(value.event) &&
  (value.past === undefined || isRecord(value.past)) &&
  (value.expected === null || isSavedAnswer(value.expected));

const isSavedAnswer = (value: unknown): value is SavedAnswer =>
  isRecord(value) &&
  Object.hasOwn(STATUS_WORDS, String(value.status)) &&
  [value.payout, value.currency, value.rule].every((text) => typeof text === "string");
