import { randomBytes } from "node:crypto";
import type { LinkChange, NewLink } from "@firstmatch/shared-types";
import { fault, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { checkMember } from "../members/check-member.ts";
import { nameOf } from "../partners/name-of.ts";
import { findLink } from "./find-link.ts";
import type { StoredLink } from "./link-store.ts";

type LinkFields = Pick<StoredLink, "name" | "url" | "active">;

/** A link of a member, active at once. */
export async function createLink(rooms: Rooms, program: string, { partner, name, url }: NewLink, doer: Doer) {
  await checkMember(rooms, program, partner);
  const fields = { name, url, active: true };
  const link = {
    _id: randomBytes(6).toString("hex"),
    program,
    partner,
    ...fields,
    createdAt: rooms.now().toISOString(),
  };
  const sentence = `${nameOf(rooms, partner)} gets the link ${name}, which leads to ${url}`;
  const stored = await rooms.links.insert(link, linkDeed(link, sentence, null, fields, doer));
  // 48 random bits are taken about never.
  if (stored === null) throw new Error(`the link id ${link._id} is taken`);
  rooms.known.links.put(stored);
  return stored;
}

/** Renames a link, leads it elsewhere, activates or deactivates it. */
export async function changeLink(
  rooms: Rooms,
  program: string,
  id: string,
  revision: number,
  change: LinkChange,
  doer: Doer,
): Promise<StoredLink> {
  if (Object.keys(change).length === 0) throw fault("", "changes nothing; send name, url or active");
  const found = await findLink(rooms, program, id);
  if (found.revision !== revision) throw stale(`The link "${id}"`, revision, found.revision);
  const before: LinkFields = { name: found.name, url: found.url, active: found.active };
  const after = { ...before, ...given(change) };
  const sentence = sentenceOf(`${nameOf(rooms, found.partner)}'s link ${found.name}`, before, after);
  if (sentence === undefined) return found;
  const stored = await rooms.links.change(found, after, linkDeed(found, sentence, before, after, doer));
  if (stored === null) throw stale(`The link "${id}"`, revision, (await findLink(rooms, program, id)).revision);
  rooms.known.links.put(stored);
  return stored;
}

const given = ({ name, url, active }: LinkChange): Partial<LinkFields> => ({
  ...(name !== undefined && { name }),
  ...(url !== undefined && { url }),
  ...(active !== undefined && { active }),
});

/** Undefined where nothing differs. */
function sentenceOf(what: string, before: LinkFields, after: LinkFields): string | undefined {
  const parts = [
    before.active !== after.active && `is ${after.active ? "activated" : "deactivated"}`,
    before.name !== after.name && `is now called ${after.name}`,
    before.url !== after.url && `leads to ${after.url}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? undefined : `${what} ${parts.join(", ")}`;
}

const linkDeed = (
  link: Pick<StoredLink, "_id" | "program" | "partner" | "name">,
  sentence: string,
  before: LinkFields | null,
  after: LinkFields,
  doer: Doer,
): Deed => ({
  ...doneBy(doer),
  thing: { kind: "link", id: link._id, name: link.name },
  program: link.program,
  partners: [link.partner],
  sentence,
  before,
  after,
});
