import {
  type ConversionEvent,
  type Fault,
  type Parsed,
  PartnerPast,
  type PartnerProfile,
  parseEvent,
  parseWith,
  Share,
  SimulatedEvent,
  Terms,
} from "@firstmatch/shared-types";
import { z } from "zod";
import { compileTerms } from "../../domain/compile-terms.ts";
import { decide } from "../../domain/decide.ts";
import { pastInDocument, standingInDocument } from "../../domain/standing.ts";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { DecisionSchema } from "../evaluate/decision-schema.ts";
import { decisionOf } from "../evaluate/evaluate-event.ts";

const Partner = z.strictObject({
  id: z.string().min(1).max(200),
  revenueShare: Share.nullish(),
  past: PartnerPast.nullish(),
});

/** What a simulation is asked with; its parts are read one by one, so that one answer names the faults of all. */
const Simulation = z.strictObject({ terms: Terms, partner: Partner.optional(), event: SimulatedEvent });

/** The outer object alone; what is inside is anything yet. */
const Envelope = z.strictObject({
  terms: z.unknown().refine((value) => value !== undefined, "is missing; it must be a terms document"),
  partner: z.unknown().optional(),
  event: z.unknown().refine((value) => value !== undefined, "is missing; it must be an event"),
});

interface Asked {
  terms: Terms;
  partner: PartnerProfile | null;
  event: ConversionEvent;
}

export function readSimulation(input: unknown): Parsed<Asked> {
  const envelope = parseWith(Envelope, input);
  const parts = (typeof input === "object" && input !== null ? input : {}) as Record<string, unknown>;
  const faults: Fault[] = envelope.ok ? [] : envelope.faults;
  const part = <T>(key: string, read: (value: unknown) => Parsed<T>): T | undefined => {
    if (parts[key] === undefined) return undefined;
    const parsed = read(parts[key]);
    if (!parsed.ok) faults.push(...parsed.faults);
    return parsed.ok ? parsed.value : undefined;
  };
  const terms = part("terms", (value) => parseWith(Terms, value, ["terms"]));
  const partner = part("partner", (value) => parseWith(Partner.nullable(), value, ["partner"]));
  const event = part("event", (value) => parseEvent(SimulatedEvent, value, ["event"]));
  if (faults.length > 0 || terms === undefined || event === undefined) return { ok: false, faults };
  return { ok: true, value: { terms, partner: (partner ?? null) as PartnerProfile | null, event } };
}

export const simulateRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "post",
    path: "/simulate",
    access: "simulate",
    tag: "Decisions",
    summary: "Decide an event by the terms sent along, with the trace",
    description:
      "Stores nothing, reads nothing: for unsaved drafts, and for a caller's own tests. What the partner reached before the event is what `partner.past` says; a fact that it leaves out is missing.",
    body: jsonBody(Simulation, HTTP_LIMITS.document, readSimulation),
    answers: { 200: { description: "The decision with its trace and calculation", schema: DecisionSchema } },
    problems: ["not-found"],
    handle: ({ body: { terms, partner, event } }) => {
      const compiled = compileTerms(terms);
      const dated = { ...event, occurredAt: event.occurredAt ?? rooms.now().toISOString() };
      const standing = standingInDocument(compiled, partner, dated);
      const decided = decide({
        terms: compiled,
        termsRef: { id: null, version: null },
        program: event.program ?? null,
        standing,
        past: pastInDocument(partner, standing),
        event: dated,
        explain: true,
      });
      if (!decided.ok) decided.fault.pointer = `/event${decided.fault.pointer}`;
      return { status: 200, body: decisionOf(decided) };
    },
  }),
];
