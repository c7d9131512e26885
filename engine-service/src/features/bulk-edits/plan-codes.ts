import type { Edit } from "@firstmatch/shared-types";
import { type CodeHolding, mayCount } from "../../domain/code-holding.ts";
import type { From } from "../../domain/timeline.ts";
import type { KnownPromoCode } from "../promo-codes/code-book.ts";
import { done, type EditScope, type Plan, refused, unchanged } from "./plan.ts";
import { are, limitsWords, momentName, namedList } from "./words.ts";

type CodeEdit = Extract<Edit, { kind: "codes" | "code-dates" }>;
type Codes = readonly KnownPromoCode[];

const NONE = "has no promo codes";

const holdingOf = ({ holding }: KnownPromoCode): CodeHolding => (holding.at(-1) as From<CodeHolding>).value;

/** Moments in the form in which they are kept, so that they compare as texts. */
const limit = (wanted: string | null | undefined, before: string | null) =>
  wanted === undefined ? before : wanted && new Date(wanted).toISOString();

const changed = (before: CodeHolding, edit: CodeEdit): CodeHolding =>
  edit.kind === "codes"
    ? { ...before, active: edit.active }
    : { ...before, from: limit(edit.from, before.from), until: limit(edit.until, before.until) };

/**
 * The codes that an edit would change. One that was re-issued has its successor and is only ever stopped: giving it
 * back would leave the member with two.
 */
export function codesToChange(codes: Codes, edit: CodeEdit): Codes {
  const replaced = new Set(codes.map(({ replaces }) => replaces));
  const stops = edit.kind === "codes" && !edit.active;
  return codes.filter((code) => {
    const before = holdingOf(code);
    const after = changed(before, edit);
    const differs = before.active !== after.active || before.from !== after.from || before.until !== after.until;
    return differs && (stops || !replaced.has(code.code));
  });
}

/** Those that count, or will, and were not re-issued before. @param at a moment */
export const codesToReissue = (codes: Codes, at: string): Codes =>
  codes.filter(({ code, holding }) => {
    const last = holding.at(-1) as From<CodeHolding>;
    const reissued = codes.some(({ replaces, createdAt }) => replaces === code && createdAt <= last.from);
    return mayCount(last.value, Date.parse(at)) && !reissued;
  });

export function planCodes({ words }: EditScope, codes: Codes, edit: CodeEdit): Plan {
  if (codes.length === 0) return unchanged(NONE);
  const those = codesToChange(codes, edit);
  const names = those.map(({ code }) => code);
  if (edit.kind === "codes") {
    const word = edit.active ? "activated" : "deactivated";
    return names.length === 0 ? unchanged(`has no promo code to be ${word}`) : done(`${are(names)} ${word}`);
  }
  if (names.length === 0) return unchanged("has promo codes with these dates already");
  const never = those.find((code) => {
    const { from, until } = changed(holdingOf(code), edit);
    return from !== null && until !== null && from >= until;
  });
  if (never !== undefined) {
    const limits = limitsWords(words, changed(holdingOf(never), edit));
    return refused(`has the promo code ${never.code}, which could never count: ${limits}`);
  }
  return done(`${namedList(names)} ${names.length === 1 ? "counts" : "count"} ${limitsWords(words, edit)}`);
}

export function planReissue(
  { at, words }: EditScope,
  codes: Codes,
  { oldUntil }: Extract<Edit, { kind: "reissue-codes" }>,
): Plan {
  if (codes.length === 0) return unchanged(NONE);
  const names = codesToReissue(codes, at).map(({ code }) => code);
  if (names.length === 0) return unchanged("has no active promo codes");
  if (oldUntil === undefined) return done(`${are(names)} re-issued and ${names.length === 1 ? "stops" : "stop"}`);
  const runs = names.length === 1 ? "the old one runs" : "the old ones run";
  return done(`${are(names)} re-issued, ${runs} out ${momentName(words.timezone, oldUntil)}`);
}
