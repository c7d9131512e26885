import { type Fault, type PersonalPayout, parseWith, type Terms, TermsEvent } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { TermsPath } from "../terms/find-terms.ts";
import { newest } from "./personal-payout-store.ts";

/** What makes a personal payout unfit for its event type, like a payout per click at item level; pointers into the payout. */
export function faultsBeside(event: TermsEvent, payout: PersonalPayout): Fault[] {
  const parsed = parseWith(TermsEvent, { ...event, groups: [], personal: [payout] });
  if (parsed.ok) return [];
  return parsed.faults.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/personal\/0/, ""), message }));
}

/** The personal payouts that a draft, once published, could not pay beside its event types. */
export async function personalFaults({ personal }: Rooms, path: TermsPath, draft: Terms): Promise<Fault[]> {
  // Only item level narrows what a payout may be.
  if (draft.events.every(({ level }) => level === "order")) return [];
  const records = await personal.ofTerms(path.program, path.terms);
  return draft.events.flatMap((event, at) =>
    (event.level === "item" ? records : []).flatMap((record): Fault[] => {
      const { payout } = newest(record);
      if (payout === null || record.eventType !== event.type) return [];
      return faultsBeside(event, payout).map(({ message }) => ({
        pointer: `/events/${at}/level`,
        message: `does not go with the personal payout "${payout.id}": ${message}`,
      }));
    }),
  );
}
