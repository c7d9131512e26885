import {
  type CandidateTrace,
  type DatedEvent,
  type Decision,
  didYouMean,
  type Fault,
  type MixedMatch,
  type PartnerPast,
  REASONS,
  type RuleMatch,
} from "@firstmatch/shared-types";
import type { DecidedLine } from "./amounts.ts";
import { firstMatch, type IsAsked, traceOf } from "./candidates.ts";
import type { CompiledTerms, PersonalPayouts } from "./compile-terms.ts";
import { amountsInDecimals, amountsInIntegers } from "./decided-amounts.ts";
import type { EventRules } from "./event-rules.ts";
import { Facts, type Scope, scopesOf } from "./facts.ts";
import { paysForLife, type Rule } from "./rule.ts";
import type { Standing } from "./standing.ts";

export interface Question {
  terms: CompiledTerms;
  /** Personal payouts that are stored by themselves; without them, those inside the document. */
  personal?: PersonalPayouts;
  /** Named in the answer; nulls for an unsaved document. */
  termsRef: Decision["terms"];
  program: string | null;
  standing: Standing;
  event: DatedEvent;
  /** Of the partner of the standing; what is not in it counts as not known. */
  past?: PartnerPast | undefined;
  /** Whether the answer carries its trace and calculation. */
  explain: boolean;
  /** Whether nobody wants the lines that the amounts come from: then they may be worked out the quick way. */
  answerOnly?: boolean;
}

export type Decided =
  /** `lines`: what the decision's amounts come from, with their rules; none where only the answer was wanted. */
  | { ok: true; decision: Decision; lines: readonly DecidedLine[] }
  | { ok: false; kind: "unknown-event-type" | "other-currency"; fault: Fault };

/**
 * The one door: terms, standing and event in, decision out. Pure: no clock, no store; the same question gets the same
 * answer, to the byte. Amounts in the answer: see Decision. Source: contract 3 and 4.
 */
export function decide(question: Question): Decided {
  const decided = decideBy(
    question,
    isOn,
    (personal, rules) => (scope) => firstMatch(personal, scope, isOn) ?? rules.first(scope),
  );
  if (decided === null) throw new Error("no candidate matched, not even the default payout");
  return decided;
}

/**
 * Decides a purchase of a customer who is bound to the partner: rules that do not pay for life are passed over. At item
 * level a line that none takes is left out. Null where none takes anything.
 */
export const decideForLife = (question: Question): Decided | null =>
  decideBy(
    question,
    isForLife,
    (personal, rules) => (scope) => firstMatch([...personal, ...rules.forLife], scope, isForLife),
  );

const isOn: IsAsked = ({ disabled }) => !disabled;
const isForLife: IsAsked = (rule) => isOn(rule) && paysForLife(rule);

function decideBy(
  {
    terms: compiled,
    personal = compiled.personal,
    termsRef,
    program,
    standing: { partnerId, partnerFrom, revenueShare, refused, notes: weighed },
    event,
    past,
    explain,
    answerOnly = false,
  }: Question,
  isAsked: IsAsked,
  finder: (personal: readonly Rule[], rules: EventRules) => (scope: Scope) => Rule | undefined,
): Decided | null {
  const { terms } = compiled;
  const rules = compiled.events.get(event.eventType);
  if (rules === undefined) return unknownEventType(event.eventType, [...compiled.events.keys()]);
  const { currency } = event;
  if (currency !== undefined && currency !== terms.currency && currency.toUpperCase() !== terms.currency) {
    const message = `must be ${terms.currency}, the currency of the terms, not ${currency}; amounts are never converted`;
    return { ok: false, kind: "other-currency", fault: { pointer: "/currency", message } };
  }

  const { level } = rules.event;
  const scopes = scopesOf(new Facts(event, terms.timezone, partnerId, past), level);
  const own = partnerId === null ? [] : personal.ofPartner(event.eventType, partnerId);
  const found = scopes.map(finder(own, rules));
  const winners = found.filter((rule) => rule !== undefined);
  if (winners.length === 0) return null;
  const asked = { found, level, event, terms, revenueShare, refused };
  const quick = answerOnly && !explain ? amountsInIntegers(asked) : undefined;
  const amounts = quick ?? amountsInDecimals(asked, explain || !answerOnly);
  const { paid } = amounts;

  const notes = winners.length === found.length ? weighed : [...weighed, ...leftOut(scopes, found)];
  const decision = withNotes(notes, {
    program,
    terms: termsRef,
    eventType: event.eventType,
    partnerId,
    partnerFrom,
    occurredAt: event.occurredAt,
    level,
    status: amounts.status,
    reason: amounts.reason,
    match: sharedMatch(winners),
    currency: terms.currency,
    payout: amounts.payout,
    platformFee: amounts.platformFee,
    advertiserCost: amounts.advertiserCost,
    visibility: winners.every((rule) => rule.setup.visibility === "private") ? "private" : "public",
    lines: amounts.lines,
  });
  if (explain) {
    const candidates = [...own, ...rules.groups, rules.default];
    decision.trace = scopes.flatMap((scope, index): CandidateTrace[] => {
      const trace = traceOf(candidates, scope, found[index], isAsked);
      return level === "item" ? trace.map((candidate) => ({ ...candidate, item: scope.whole.item })) : trace;
    });
    decision.calculation = paid.map(({ line, steps }) => ({
      item: line.item,
      goal: line.goal,
      steps: refused === null ? steps : [...steps, `Nothing is paid: ${REASONS[refused]}`],
    }));
  }
  return { ok: true, decision, lines: paid };
}

/** After whose event it is. Few have notes, and to leave room for them takes longer than all other fields. */
function withNotes(notes: readonly string[], decision: Decision): Decision {
  if (notes.length === 0) return decision;
  const { program, terms, eventType, partnerId, partnerFrom, ...rest } = decision;
  return { program, terms, eventType, partnerId, partnerFrom, notes: [...notes], ...rest };
}

const leftOut = (scopes: readonly Scope[], found: readonly (Rule | undefined)[]): string[] =>
  scopes
    .filter((_, at) => found[at] === undefined)
    .map(({ whole }) => `Item ${(whole.item ?? 0) + 1} is taken by no lifetime payout, so nothing is paid for it.`);

function sharedMatch(winners: readonly Rule[]): RuleMatch | MixedMatch {
  const first = winners[0] as Rule;
  return winners.every((rule) => rule === first) ? first.match : { kind: "mixed" };
}

function unknownEventType(sent: string, known: string[]): Decided {
  const hint =
    didYouMean(sent, known) || (known.length > 0 ? ` It has ${known.map((type) => `"${type}"`).join(", ")}.` : "");
  return {
    ok: false,
    kind: "unknown-event-type",
    fault: { pointer: "/eventType", message: `there is no event type "${sent}" in these terms.${hint}` },
  };
}
