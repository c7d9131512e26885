import type { ConversionEvent, DatedEvent, Decision, PartnerPast } from "@firstmatch/shared-types";
import type { DecidedLine } from "../../domain/amounts.ts";
import { type Attribution, attributeForLife, notForLife } from "../../domain/attribution.ts";
import { type Decided, decide, decideForLife } from "../../domain/decide.ts";
import { invalid, notFound, Problem, unavailable } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { type Asked, questionBy } from "./question.ts";
import { type Bound, type Recorded, withClick } from "./recorded.ts";
import { attributionInProgram, standingInProgram } from "./standing-in-program.ts";

/** Decides an event by the terms and the version that held when it occurred. Writes nothing. */
export async function evaluateEvent(rooms: Rooms, event: ConversionEvent): Promise<Decision> {
  return (await decideEvent(rooms, event, rooms.recorded)).decision;
}

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
 */
export async function decideEvent(rooms: Rooms, sent: ConversionEvent, recorded: Recorded): Promise<DecidedEvent> {
  const { known, moments } = rooms;
  if (known.readiness === "starting") throw unavailable("The published versions are not read yet; try again shortly.");
  const event = {
    ...withClick(sent, sent.clickId ? await recorded.click(sent.clickId) : null),
    occurredAt: sent.occurredAt ?? rooms.now().toISOString(),
  };
  const moment = Date.parse(event.occurredAt);
  const id = sent.program as string;
  // While the store is away, a change that is being stored may never settle.
  const changes = known.readiness === "ready" ? moments.settled(id, moment) : undefined;
  if (changes !== undefined) await changes;

  const program = known.program(id);
  if (program === undefined) throw notFound(`There is no program "${id}".`);
  moments.answering(moment);
  const byClick = sent.partnerId ? null : event.partnerId || null;
  const asked: Asked = { rooms, recorded, program, event, moment };
  const { decided, ...looked } = await decidedBy(asked, byClick);
  const decision = decisionOf(decided);
  const lines = decided.ok ? decided.lines : [];
  return { decision, lines, program, event, recalled: { byClick, ...looked } };
}

interface Answer extends Omit<Recalled, "byClick"> {
  decided: Decided;
}

/** The binding of its customer comes first; where no lifetime payout takes the event, it is decided without. */
async function decidedBy(asked: Asked, byClick: string | null): Promise<Answer> {
  const { rooms, program, event, moment } = asked;
  const found = attributionInProgram(rooms.known, program, event, moment);
  const own = byClick !== null && found.partnerFrom === "event" ? { ...found, partnerFrom: "click" as const } : found;
  const bound = await boundIn(asked);
  if (bound === null) return { ...(await decidedFor(asked, own)), bound, boundPast: null };

  const binding = { ...bound, customer: event.customerId as string };
  const standing = standingInProgram(rooms.known, program, attributeForLife(binding, own), moment);
  const question = await questionBy(asked, standing);
  const decided = question && decideForLife(question);
  const past = question?.past ?? null;
  if (decided?.ok) return { decided, bound, past, boundPast: null };
  const notes = [notForLife(binding, standing.terms), ...own.notes];
  return { ...(await decidedFor(asked, { ...own, notes })), bound, boundPast: past };
}

async function decidedFor(asked: Asked, owner: Attribution): Promise<Pick<Answer, "decided" | "past">> {
  const { rooms, program, moment } = asked;
  const standing = standingInProgram(rooms.known, program, owner, moment);
  const question = await questionBy(asked, standing);
  if (question === null) throw neverPublished(program._id, standing.terms);
  return { decided: decide(question), past: question.past ?? null };
}

async function boundIn({ rooms: { known }, recorded, program, event, moment }: Asked): Promise<Bound | null> {
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
