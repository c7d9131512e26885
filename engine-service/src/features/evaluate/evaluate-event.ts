import {
  type ConversionEvent,
  type DatedEvent,
  type Decision,
  momentOf,
  type PartnerPast,
} from "@firstmatch/shared-types";
import type { DecidedLine } from "../../domain/amounts.ts";
import { type Attribution, attributeForLife, notForLife, type OwnAttribution } from "../../domain/attribution.ts";
import { type Decided, decide, decideForLife } from "../../domain/decide.ts";
import { invalid, notFound, Problem, unavailable } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Clock } from "../clock.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { type Asked, questionBy } from "./question.ts";
import { type Bound, type Recorded, withClick } from "./recorded.ts";
import { attributionInProgram, standingInProgram } from "./standing-in-program.ts";
import { whenKnown } from "./when-known.ts";

/** Decides an event by the terms and the version that held when it occurred. Writes nothing. */
export const evaluateEvent = (rooms: Rooms, event: ConversionEvent): Decision | Promise<Decision> =>
  whenKnown(decideEvent(rooms, event, rooms.recorded, true), ({ decision }) => decision);

/** A decision, and what it was made from. */
export interface DecidedEvent {
  decision: Decision;
  lines: readonly DecidedLine[];
  program: StoredProgram;
  /** As it was decided: with the facts of its click. */
  event: DatedEvent;
  recalled: Recalled;
}

/** What a decision asked of what was recorded before; the same again, and the decision is the same. */
export interface Recalled {
  /** The partner of the click, where the event itself names none. */
  byClick: string | null;
  bound: Bound | null;
  /** Of the partner whose the event is. */
  past: PartnerPast | null;
  /** Of the bound partner, where no lifetime payout took the event. */
  boundPast: PartnerPast | null;
}

/**
 * Decides an event; terms, members and codes come from memory.
 *
 * @param recorded what was recorded before, where the event or the terms ask for it
 * @param answerOnly whether nobody wants the lines that the amounts come from
 */
export function decideEvent(
  rooms: Rooms,
  sent: ConversionEvent,
  recorded: Recorded,
  answerOnly = false,
): DecidedEvent | Promise<DecidedEvent> {
  if (rooms.known.readiness === "starting")
    throw unavailable("The published versions are not read yet; try again shortly.");
  const click = sent.clickId ? recorded.click(sent.clickId) : null;
  return whenKnown(click, (found) => {
    const event = dated(withClick(sent, found), sent.occurredAt, rooms.now);
    const moment = momentOf(event.occurredAt);
    return whenKnown(changesBefore(rooms, event.program as string, moment), () =>
      decideNow(rooms, recorded, sent, event, moment, answerOnly),
    );
  });
}

/** An event that named its moment is not copied: that costs as much as finding its payout. */
const dated = (event: ConversionEvent, sentAt: string | undefined, now: Clock): DatedEvent =>
  sentAt === undefined ? { ...event, occurredAt: now().toISOString() } : (event as DatedEvent);

/** While the store is away, a change that is being stored may never settle. */
const changesBefore = ({ known, moments }: Rooms, program: string, moment: number): Promise<unknown> | undefined =>
  known.readiness === "ready" ? moments.settled(program, moment) : undefined;

function decideNow(
  rooms: Rooms,
  recorded: Recorded,
  sent: ConversionEvent,
  event: DatedEvent,
  moment: number,
  answerOnly: boolean,
): DecidedEvent | Promise<DecidedEvent> {
  const program = rooms.known.program(sent.program as string);
  if (program === undefined) throw notFound(`There is no program "${sent.program}".`);
  rooms.moments.answering(moment);
  const byClick = sent.partnerId ? null : event.partnerId || null;
  const asked: Asked = { rooms, recorded, program, event, moment, answerOnly };
  return whenKnown(decidedBy(asked, byClick), ({ decided, bound, past, boundPast }) => {
    const decision = decisionOf(decided);
    const lines = decided.ok ? decided.lines : [];
    return { decision, lines, program, event, recalled: { byClick, bound, past, boundPast } };
  });
}

interface Answer extends Omit<Recalled, "byClick"> {
  decided: Decided;
}

/** The binding of its customer comes first; where no lifetime payout takes the event, it is decided without. */
function decidedBy(asked: Asked, byClick: string | null): Answer | Promise<Answer> {
  const { rooms, program, event, moment } = asked;
  const found = attributionInProgram(rooms.known, program, event, moment);
  const own = byClick !== null && found.partnerFrom === "event" ? { ...found, partnerFrom: "click" as const } : found;
  return whenKnown(boundIn(asked), (bound) =>
    bound === null ? decidedFor(asked, own, null, null) : decidedForLife(asked, own, bound),
  );
}

function decidedForLife(asked: Asked, own: OwnAttribution, bound: Bound): Answer | Promise<Answer> {
  const { rooms, program, event, moment } = asked;
  const binding = { ...bound, customer: event.customerId as string };
  const standing = standingInProgram(rooms.known, program, attributeForLife(binding, own), moment);
  return whenKnown(questionBy(asked, standing), (question) => {
    const decided = question && decideForLife(question);
    const past = question?.past ?? null;
    if (decided?.ok) return { decided, bound, past, boundPast: null };
    const notes = [notForLife(binding, standing.terms), ...own.notes];
    return decidedFor(asked, { ...own, notes }, bound, past);
  });
}

/** @param bound who was asked before, in vain, and what of its past */
function decidedFor(
  asked: Asked,
  owner: Attribution,
  bound: Bound | null,
  boundPast: PartnerPast | null,
): Answer | Promise<Answer> {
  const { rooms, program, moment } = asked;
  const standing = standingInProgram(rooms.known, program, owner, moment);
  return whenKnown(questionBy(asked, standing), (question) => {
    if (question === null) throw neverPublished(program._id, standing.terms);
    return { decided: decide(question), past: question.past ?? null, bound, boundPast };
  });
}

function boundIn({ rooms: { known }, recorded, program, event, moment }: Asked): Bound | null | Promise<Bound | null> {
  const { customerId, eventType } = event;
  if (!customerId || !known.mayHave("paysForLife", program._id, eventType, moment)) return null;
  return recorded.bound(program, customerId, moment);
}

const neverPublished = (program: string, terms: string) =>
  new Problem(
    "never-published",
    `The terms "${terms}" of the program "${program}" were never published, so nothing can be decided by them; publish them first.`,
  );

export function decisionOf(decided: Decided): Decision {
  if (decided.ok) return decided.decision;
  const { fault, kind } = decided;
  if (kind === "other-currency") throw invalid([fault]);
  throw notFound(`${fault.message[0]?.toUpperCase()}${fault.message.slice(1)}`, [fault]);
}
