import {
  type CandidateTrace,
  type DatedEvent,
  Decimal,
  type Decision,
  didYouMean,
  type Fault,
  type MixedMatch,
  type PartnerPast,
  REASONS,
  type RuleMatch,
} from "@firstmatch/shared-types";
import { type DecidedLine, payLines, printAmounts, printLine } from "./amounts.ts";
import { firstMatch, type IsAsked, traceOf } from "./candidates.ts";
import type { CompiledTerms, PersonalPayouts } from "./compile-terms.ts";
import type { EventRules } from "./event-rules.ts";
import { Facts, type Scope, scopesOf } from "./facts.ts";
import { itemLines, orderLines } from "./lines.ts";
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
}

export type Decided =
  /** `lines`: what the decision's amounts come from, with their rules. */
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
  }: Question,
  isAsked: IsAsked,
  finder: (personal: readonly Rule[], rules: EventRules) => (scope: Scope) => Rule | undefined,
): Decided | null {
  const { terms } = compiled;
  const rules = compiled.events.get(event.eventType);
  if (rules === undefined) return unknownEventType(event.eventType, [...compiled.events.keys()]);
  if (event.currency !== undefined && event.currency.toUpperCase() !== terms.currency) {
    const message = `must be ${terms.currency}, the currency of the terms, not ${event.currency}; amounts are never converted`;
    return { ok: false, kind: "other-currency", fault: { pointer: "/currency", message } };
  }

  const { level } = rules.event;
  const scopes = scopesOf(new Facts(event, terms.timezone, partnerId, past), level);
  const own = partnerId === null ? [] : personal.ofPartner(event.eventType, partnerId);
  const found = scopes.map(finder(own, rules));
  const winners = found.filter((rule) => rule !== undefined);
  if (winners.length === 0) return null;
  const groups =
    level === "order"
      ? [orderLines(winners[0] as Rule, event, terms.currency)]
      : itemLines(found, event, terms).map((line) => [line]);
  const lines = groups.flatMap((group) => payLines(group, terms, revenueShare));

  // Who may not be paid is still shown which rule would have, so that nobody looks for the fault in the rules.
  const reason = refused ?? lines.find((line) => line.reason !== null)?.reason ?? null;
  const rejected = reason !== null;
  const notes = [...weighed, ...leftOut(scopes, found)];
  const total = (amount: (line: DecidedLine) => Decimal) =>
    rejected ? new Decimal(0) : lines.reduce((sum, line) => sum.plus(amount(line)), new Decimal(0));
  const decision: Decision = {
    program,
    terms: termsRef,
    eventType: event.eventType,
    partnerId,
    partnerFrom,
    ...(notes.length > 0 && { notes }),
    occurredAt: event.occurredAt,
    level,
    status: rejected ? "rejected" : lines.every((line) => line.status === "kpi") ? "kpi" : "payable",
    reason,
    match: sharedMatch(winners),
    currency: terms.currency,
    ...printAmounts(
      total((line) => line.payout),
      total((line) => line.advertiserCost),
      terms.currency,
    ),
    visibility: winners.every((rule) => rule.setup.visibility === "private") ? "private" : "public",
    lines:
      level === "item" || lines.some(({ line }) => line.goal !== null)
        ? lines.map((line) => printLine(line, terms, rejected))
        : [],
  };
  if (explain) {
    const candidates = [...own, ...rules.groups, rules.default];
    decision.trace = scopes.flatMap((scope, index): CandidateTrace[] => {
      const trace = traceOf(candidates, scope, found[index], isAsked);
      return level === "item" ? trace.map((candidate) => ({ ...candidate, item: scope.whole.item })) : trace;
    });
    decision.calculation = lines.map(({ line, steps }) => ({
      item: line.item,
      goal: line.goal,
      steps: refused === null ? steps : [...steps, `Nothing is paid: ${REASONS[refused]}`],
    }));
  }
  return { ok: true, decision, lines };
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
