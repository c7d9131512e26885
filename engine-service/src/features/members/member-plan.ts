import type { MemberChange, NewMember } from "@firstmatch/shared-types";
import { isMemberAt } from "../../domain/standing.ts";
import { type From, heldAt, withEntry, withLatest } from "../../domain/timeline.ts";
import { conflict, fault, type Problem } from "../../http/problem.ts";
import { whatDiffers } from "../what-differs.ts";
import type { KnownMember } from "./member-book.ts";
import { type MemberState, stateAt } from "./member-state.ts";
import type { StoredMember } from "./member-store.ts";
import { activated, calledOff, dated, moved, type Words } from "./member-words.ts";

/** The part of a member that changes along time. */
export type MemberTimelines = Pick<StoredMember, "joinedAt" | "enrolled" | "terms" | "active" | "dates">;

/** What a change would do to a member, before anything is done; each sentence goes on after the partner's name. */
export type MemberPlan<Set = Partial<MemberTimelines>> =
  | { result: "done"; sentence: string; set: Set; before: object | null; after: object | null }
  | { result: "unchanged"; sentence: string }
  | { result: "refused"; sentence: string; problem: Problem };

const refused = (problem: Problem) => ({ result: "refused", sentence: problem.message, problem }) as const;

/** Moments are kept in one form, so that they compare as texts. */
const instant = (moment: string) => new Date(moment).toISOString();

/**
 * @param member as it was when it was taken out of the program before, or null
 * @param at the moment from which the change is in force
 */
export function planJoin(
  member: KnownMember | null,
  { terms = null, from, until }: Omit<NewMember, "partner" | "code">,
  at: string,
  words: Words,
): MemberPlan<MemberTimelines> {
  const dates = { from: from === undefined ? null : instant(from), until: until === undefined ? null : instant(until) };
  const turned = turnedRound(dates);
  if (turned) return refused(turned);
  const isMember: boolean = isMemberAt(member ?? undefined, Date.parse(at));
  if (member !== null && isMember)
    return refused(conflict(`"${member.partner}" is a member of the program "${member.program}" already.`));
  const again = member === null ? "" : " again";
  const limits = dates.from === null && dates.until === null ? "" : `, and ${dated(words, dates)}`;
  const entry = <T>(value: T) => ({ from: at, value });
  return {
    result: "done",
    sentence: `joins${again} under ${words.terms(terms)}${limits}`,
    set: {
      joinedAt: at,
      enrolled: withLatest(member?.enrolled ?? [], entry(true)),
      terms: withLatest(member?.terms ?? [], entry(terms)),
      active: withLatest(member?.active ?? [], entry(true)),
      dates: withLatest(member?.dates ?? [], entry(dates)),
    },
    before: null,
    after: { terms, active: true, ...dates },
  };
}

export function planLeave(member: KnownMember, at: string, words: Words): MemberPlan {
  const { plannedMoves, ...state } = stateAt(member, Date.parse(at));
  const unplanned = plannedMoves.length === 0 ? "" : `, and ${calledOff(words, plannedMoves)}`;
  return {
    result: "done",
    sentence: `leaves the program${unplanned}`,
    set: {
      enrolled: withLatest(member.enrolled, { from: at, value: false }),
      terms: withoutPlanned(member.terms, at),
    },
    before: state,
    after: null,
  };
}

/** What is planned never decided anything, so it may be taken away. */
const withoutPlanned = <T>(held: readonly From<T>[], at: string) => held.filter(({ from }) => from <= at);

export function planCallOff(member: KnownMember, at: string, words: Words): MemberPlan {
  const { plannedMoves } = stateAt(member, Date.parse(at));
  if (plannedMoves.length === 0) return { result: "unchanged", sentence: "has no planned moves" };
  return {
    result: "done",
    sentence: calledOff(words, plannedMoves),
    set: { terms: withoutPlanned(member.terms, at) },
    before: { plannedMoves },
    after: { plannedMoves: [] },
  };
}

/** Several changes at once are one write, and one line of the history. */
export function planChange(member: KnownMember, change: MemberChange, at: string, words: Words): MemberPlan {
  if (change.termsFrom !== undefined && change.terms === undefined)
    return refused(fault("/termsFrom", "goes along with terms, which are missing"));
  const now = Date.parse(at);
  const before = stateAt(member, now);
  const set: Partial<MemberTimelines> = {};
  const sentences: string[] = [];

  if (change.terms !== undefined) {
    const from = change.termsFrom === undefined ? at : instant(change.termsFrom);
    if (from < at) return refused(inThePast(change.termsFrom as string, at));
    const was = heldAt(member.terms, Date.parse(from)) ?? null;
    if (was !== change.terms) {
      // Of two moves planned for the same moment, only the later one would ever be.
      const others = from > at ? member.terms.filter((entry) => entry.from !== from) : member.terms;
      set.terms = withEntry(others, { from, value: change.terms });
      sentences.push(moved(words, was, change.terms, from > at ? from : undefined));
    }
  }
  if (change.active !== undefined && change.active !== before.active) {
    set.active = withLatest(member.active, { from: at, value: change.active });
    sentences.push(activated(change.active));
  }
  const dates = changedDates(before, change);
  if (dates.from !== before.from || dates.until !== before.until) {
    const turned = turnedRound(dates);
    if (turned) return refused(turned);
    set.dates = withLatest(member.dates, { from: at, value: dates });
    sentences.push(dated(words, dates));
  }

  const differs = whatDiffers(before, stateAt({ ...member, ...set }, now));
  if (differs === null) return { result: "unchanged", sentence: "is so already" };
  return { result: "done", sentence: sentences.join(", "), set, before: differs.before, after: differs.after };
}

const changedDates = ({ from, until }: MemberState, change: MemberChange) => ({
  from: change.from === undefined ? from : change.from && instant(change.from),
  until: change.until === undefined ? until : change.until && instant(change.until),
});

const turnedRound = ({ from, until }: Pick<MemberState, "from" | "until">): Problem | undefined =>
  from !== null && until !== null && from >= until
    ? fault("/until", `must be after from, ${from}; ${until} is not, so nothing would ever be paid`)
    : undefined;

/** Never an earlier moment: what was answered stays answered so. */
const inThePast = (sent: string, at: string) =>
  fault("/termsFrom", `must not be in the past: ${sent} is before ${at}; leave it out for now`);
