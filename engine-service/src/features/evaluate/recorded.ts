import type { ConversionEvent, PartnerPast } from "@firstmatch/shared-types";
import type { StoredProgram } from "../programs/program-store.ts";

/** A click as far as decisions are concerned. */
export interface RecordedClick {
  program: string;
  partner: string;
  clickedAt: string;
  /** By fact key, like `country`. */
  facts: Partial<Record<string, string>>;
}

/** The partner whom a customer's purchases belong to. */
export interface Bound {
  partner: string;
  /** When the purchase occurred that bound it. */
  since: string;
}

/** What was recorded before an event, as far as its decision may ask for it. */
export interface Recorded {
  click(id: string): Promise<RecordedClick | null>;
  /** Null where the customer is bound to nobody at that moment, or not any more. */
  bound(program: StoredProgram, customer: string, moment: number): Promise<Bound | null>;
  /** What a partner reached in a program, as it is seen from the local day of that moment. */
  past(program: StoredProgram, partner: string, moment: number): Promise<PartnerPast>;
}

/** An event with what its click knows; what the event says itself wins. A click of another program tells nothing. */
export function withClick(event: ConversionEvent, click: RecordedClick | null): ConversionEvent {
  if (click === null || click.program !== event.program) return event;
  return {
    ...click.facts,
    clickedAt: click.clickedAt,
    ...event,
    // A tracker that knows no partner sends an empty one.
    partnerId: event.partnerId || click.partner,
  };
}
