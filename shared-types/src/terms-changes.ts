import { type Difference, type EntryDifference, fieldDifference, listDifferences, type TermsChange } from "./change.ts";
import { criteriaSentence } from "./criteria-sentence.ts";
import { pointerTo } from "./fault.ts";
import { payoutSentence } from "./payout-sentence.ts";
import { conditionsDifference, payoutDifferences, type SentenceContext, setupDifferences } from "./rule-changes.ts";
import { plainText } from "./sentence.ts";
import type { PayoutGroup, PersonalPayout, Terms, TermsEvent } from "./terms.ts";
import { printValueList } from "./value-list.ts";

const AS_DEFAULT = "as the default payout";

/**
 * What differs between two terms documents, in sentences. The list is empty exactly when they say the same: a field
 * left out says the same as its default, and "10" the same as "10.00".
 *
 * @param before null when nothing was published yet
 */
export function termsChanges(before: Terms | null, after: Terms): TermsChange[] {
  const steps = termsChangesInSteps(before, after);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in short steps. */
export function* termsChangesInSteps(before: Terms | null, after: Terms): Generator<void, TermsChange[]> {
  if (before === null) {
    const first: TermsChange = { kind: "added", pointer: "", sentence: `Terms “${after.name}”: new` };
    return [first, ...(yield* eventChanges([], after, after.currency))];
  }
  const fields = [
    ...fieldDifference("the name", `“${before.name}”`, `“${after.name}”`, "/name"),
    ...fieldDifference("the currency", before.currency, after.currency, "/currency"),
    ...fieldDifference("the time zone", before.timezone, after.timezone, "/timezone"),
    ...fieldDifference("the rounding", before.rounding ?? "half-up", after.rounding ?? "half-up", "/rounding"),
  ];
  const events = yield* eventChanges(before.events, after, after.currency);
  return [...fields.map((field) => told("Terms", field)), ...events];
}

/** @param base the pointer of the owner, undefined when it is gone */
function told(owner: string, { kind, pointer, text }: Difference, base: string | undefined = ""): TermsChange {
  const sentence = `${owner}: ${text}`;
  return pointer === undefined || base === undefined ? { kind, sentence } : { kind, pointer: base + pointer, sentence };
}

function* eventChanges(before: readonly TermsEvent[], after: Terms, currency: string): Generator<void, TermsChange[]> {
  const contextOf = (event: TermsEvent): SentenceContext => ({ currency, level: event.level });
  const entries = yield* listDifferences(before, after.events, {
    idOf: (event) => event.type,
    place: "place",
    added: (event) => eventSummary(event, contextOf(event)),
    changed: () => [],
  });
  const known = new Map(before.map((event) => [event.type, event]));
  const changes: TermsChange[] = entries.map(({ entry, at, difference }) => ({
    ...told(`Event type “${entry.name}”`, difference, pointerTo(["events", at])),
    eventType: entry.type,
  }));
  for (const [at, event] of after.events.entries()) {
    const was = known.get(event.type);
    if (was === undefined) continue;
    const found = yield* changesOfEvent(was, event, pointerTo(["events", at]), contextOf(event));
    for (const change of found) changes.push({ ...change, eventType: event.type });
  }
  return changes;
}

function eventSummary(event: TermsEvent, context: SentenceContext): string {
  const payout = plainText(payoutSentence(event.default.payout, { ...context, setup: event.default.setup ?? {} }));
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const groups = count(event.groups?.length ?? 0, "payout group");
  const personal = event.personal?.length ? ` and ${count(event.personal.length, "personal payout")}` : "";
  return `${payout} by default, with ${groups}${personal}`;
}

function* changesOfEvent(
  before: TermsEvent,
  after: TermsEvent,
  base: string,
  context: SentenceContext,
): Generator<void, TermsChange[]> {
  const onOrOff = (event: TermsEvent) => (event.customGroups === false ? "off" : "on");
  const fields = [
    ...fieldDifference("the name", `“${before.name}”`, `“${after.name}”`, "/name"),
    ...fieldDifference("the level", before.level, after.level, "/level"),
    ...fieldDifference("the switch for its payout groups", onOrOff(before), onOrOff(after), "/customGroups"),
  ];
  const defaults = [
    ...payoutDifferences(before.default.payout, after.default.payout, context),
    ...setupDifferences(before.default.setup, after.default.setup),
  ];
  const personal = yield* listDifferences(before.personal ?? [], after.personal ?? [], {
    idOf: ({ id }) => id,
    place: "place",
    added: (rule) => ruleSummary(rule, context),
    changed: (was, is) => personalDifferences(was, is, context),
  });
  const groups = yield* listDifferences(before.groups ?? [], after.groups ?? [], {
    idOf: ({ id }) => id,
    place: "rank",
    added: (rule) => ruleSummary(rule, context),
    changed: (was, is) => groupDifferences(was, is, context),
  });
  const pointerOf = <T>(list: string, { at, difference }: EntryDifference<T>) =>
    difference.kind === "removed" ? undefined : base + pointerTo([list, at]);
  return [
    ...fields.map((field) => told(`Event type “${after.name}”`, field, base)),
    ...defaults.map((difference) => told("Default payout", difference, `${base}/default`)),
    ...personal.map((found) =>
      told(`Personal payout “${found.entry.title}”`, found.difference, pointerOf("personal", found)),
    ),
    ...groups.map((found) => ({
      ...told(`Group “${found.entry.name}”`, found.difference, pointerOf("groups", found)),
      groupId: found.entry.id,
    })),
  ];
}

type Rule = PayoutGroup | PersonalPayout;

function ruleSummary({ conditions, enabled, event }: Rule, context: SentenceContext): string {
  const payout = plainText(payoutSentence(event.params.payout, { ...context, setup: event.params.setup ?? {} }));
  const off = enabled === false ? ", turned off" : "";
  return `${payout} for ${plainText(criteriaSentence(conditions, context))}${off}`;
}

const groupDifferences = (before: PayoutGroup, after: PayoutGroup, context: SentenceContext): Difference[] => [
  ...fieldDifference("the name", `“${before.name}”`, `“${after.name}”`, "/name"),
  ...ruleDifferences(before, after, context),
];

function personalDifferences(before: PersonalPayout, after: PersonalPayout, context: SentenceContext): Difference[] {
  const code = (rule: PersonalPayout) => (rule.couponCode === undefined ? "none" : `“${rule.couponCode}”`);
  const partners = (rule: PersonalPayout) => `“${printValueList(rule.partners)}”`;
  return [
    ...fieldDifference("the title", `“${before.title}”`, `“${after.title}”`, "/title"),
    ...fieldDifference("the list of partners", partners(before), partners(after), "/partners"),
    ...fieldDifference("the coupon code", code(before), code(after), "/couponCode"),
    ...ruleDifferences(before, after, context),
  ];
}

function ruleDifferences(before: Rule, after: Rule, context: SentenceContext): Difference[] {
  const isOn = (rule: Rule) => rule.enabled !== false;
  const turned: Difference[] =
    isOn(before) === isOn(after)
      ? []
      : [{ kind: "changed", pointer: "/enabled", text: isOn(after) ? "turned on" : "turned off" }];
  const [was, is] = [before.event.params, after.event.params];
  const paid = [
    ...payoutDifferences(was.payout, is.payout, context),
    ...setupDifferences(was.setup, is.setup, AS_DEFAULT),
  ];
  return [
    ...turned,
    ...conditionsDifference(before.conditions, after.conditions, context),
    ...paid.map((difference) => ({ ...difference, pointer: `/event/params${difference.pointer ?? ""}` })),
  ];
}
