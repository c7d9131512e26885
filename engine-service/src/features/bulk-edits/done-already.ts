import type { ThingKind } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import type { Changed } from "../changes.ts";
import { memberKey } from "../members/member-store.ts";

/** What a bulk edit changed of one partner's: `thing(kind, id)`. */
export type Touched = ReadonlySet<string>;

export const thing = (kind: ThingKind, id: string) => `${kind} ${id}`;

/** Of one partner by one bulk edit: far more than anybody has codes. */
const CHANGES_AT_MOST = 10_000;

/**
 * What a bulk edit has changed of a partner's already, as the store has it, whoever did it and however that ended. What
 * is read on the way is known from then on.
 *
 * Every change bears the bulk edit that it was part of, in the history or, until it is copied there, in its document.
 */
export async function doneAlready(rooms: Rooms, program: string, partner: string, bulkEdit: string): Promise<Touched> {
  const { known, history, members, codes, links, personal } = rooms;
  const [member, ownCodes, ownLinks, payouts, entries] = await Promise.all([
    members.find(memberKey(program, partner)),
    codes.documents.find({ partner, program }),
    links.documents.find({ partner, program }),
    personal.ofPartner(program, partner),
    history.list({ bulkEdit, partner }, { limit: CHANGES_AT_MOST }),
  ]);
  if (member !== null) known.members.put(member);
  for (const code of ownCodes) known.codes.put(code);
  for (const link of ownLinks) known.links.put(link);
  for (const payout of payouts) known.personal.put(payout);
  const changed: Changed[] = [...(member === null ? [] : [member]), ...ownCodes, ...ownLinks, ...payouts];
  const changes = [...entries, ...changed.flatMap(({ change }) => change ?? [])];
  return new Set(
    changes.filter((change) => change.bulkEdit === bulkEdit).map((change) => thing(change.thing.kind, change.thing.id)),
  );
}
