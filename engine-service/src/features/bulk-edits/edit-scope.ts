import type { Edit, Fault, TermsEvent } from "@firstmatch/shared-types";
import { Problem } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { wordsOf } from "../members/terms-of-members.ts";
import { faultsBeside } from "../personal-payouts/personal-faults.ts";
import { findEventType } from "../personal-payouts/save-personal-payout.ts";
import { findProgram } from "../programs/change-program.ts";
import type { EditScope, MemberState, ScopedEvent } from "./plan.ts";
import type { EditOf } from "./plan-line.ts";
import { type PersonalEdit, paramsOf } from "./plan-personal.ts";

/** What an edit goes by, now. */
export async function readScope(rooms: Rooms, program: string, edit: Edit): Promise<EditScope> {
  const found = await findProgram(rooms, program);
  const present = rooms.moments.present();
  return {
    program,
    currency: found.currency,
    at: new Date(present).toISOString(),
    words: wordsOf(rooms, found),
    defaultTerms: rooms.known.defaultTerms(found, present),
    events: "eventType" in edit ? await eventsOf(rooms, program, edit) : new Map(),
  };
}

const TERMS_AT_MOST = 10_000;

/** The event type in all terms of the program that have it. */
async function eventsOf(rooms: Rooms, program: string, edit: PersonalEdit): Promise<Map<string, ScopedEvent>> {
  const events = new Map<string, ScopedEvent>();
  for (const { id } of await rooms.terms.list(program, { limit: TERMS_AT_MOST })) {
    try {
      const event = await findEventType(rooms, { program, terms: id, eventType: edit.eventType });
      events.set(id, { event, faults: edit.kind === "personal-payout" ? unfit(event, edit) : [] });
    } catch (error) {
      if (!(error instanceof Problem && error.type === "not-found")) throw error;
    }
  }
  return events;
}

function unfit(event: TermsEvent, edit: EditOf<"personal-payout">): Fault[] {
  const personal = { title: edit.title, partners: ["anyone"], conditions: { all: [] } };
  const faults = faultsBeside(event, { id: "new", ...personal, event: { type: "payout", params: paramsOf(edit) } });
  return faults.map(({ pointer, message }) => ({ pointer: pointer.replace("/event/params", ""), message }));
}

/** What is known of a partner, as far as the kind of edit asks for it. */
export function stateOf({ known }: Rooms, program: string, partner: string, { kind }: Edit): MemberState {
  const ofCodes = kind === "codes" || kind === "code-dates" || kind === "reissue-codes" || kind === "join";
  const ofPersonal = kind === "personal-payout" || kind === "remove-personal-payout" || kind === "move";
  return {
    partner,
    name: known.partners.get(partner)?.name,
    member: known.members.get(program, partner),
    codes: ofCodes ? known.codes.ofMember(program, partner) : [],
    links: kind === "links" ? known.links.ofMember(program, partner) : [],
    personal: ofPersonal ? known.personal.ofPartner(program, partner) : [],
  };
}
