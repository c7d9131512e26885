import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { newest } from "../personal-payouts/personal-payout-store.ts";
import { findVersion } from "../versions/find-version.ts";
import { findTerms, type TermsPath } from "./find-terms.ts";

/** The draft, or a published version, as a portable document: with the personal payouts that are in force now. */
export async function exportTerms(rooms: Rooms, path: TermsPath, version: number | undefined): Promise<Terms> {
  const document =
    version === undefined
      ? (await findTerms(rooms, path)).terms.draft.terms
      : (await findVersion(rooms, path, version)).document;
  const byEvent = new Map<string, PersonalPayout[]>();
  for (const record of await rooms.personal.ofTerms(path.program, path.terms)) {
    const { payout } = newest(record);
    if (payout === null) continue;
    const there = byEvent.get(record.eventType);
    if (there === undefined) byEvent.set(record.eventType, [payout]);
    else there.push(payout);
  }
  return {
    ...document,
    events: document.events.map((event) => {
      const personal = byEvent.get(event.type);
      return personal === undefined ? event : { ...event, personal };
    }),
  };
}
