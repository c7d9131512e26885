import { formatPercent, type NewPartner } from "@firstmatch/shared-types";
import { conflict } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { checkPrograms } from "./change-partner.ts";
import type { StoredPartner } from "./partner-store.ts";

/** A new partner, known from now on, in no program yet. */
export async function createPartner(rooms: Rooms, { id, name, ...wanted }: NewPartner, doer: Doer) {
  const { contact = {}, tags = [], status = "active", revenueShare = null, programRevenueShares = {} } = wanted;
  const standing = { status, revenueShare, programRevenueShares };
  await checkPrograms(rooms, standing);
  const share = revenueShare === null ? "" : `, with a revenue share of ${formatPercent(revenueShare)}`;
  return rooms.moments.change(null, async (from): Promise<StoredPartner> => {
    const stored = await rooms.partners.insert(
      { _id: id, name, contact, tags, standing: [{ from, value: standing }], createdAt: from },
      {
        ...doneBy(doer),
        thing: { kind: "partner", id, name },
        program: null,
        partners: [id],
        sentence: `${name} is a partner now${share}`,
        before: null,
        after: { name, contact, tags, ...standing },
      },
    );
    if (stored === null) throw conflict(`There is a partner "${id}" already.`);
    rooms.known.partners.put(stored);
    return stored;
  });
}
