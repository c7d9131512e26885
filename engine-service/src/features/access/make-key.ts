import type { IssuedKey, NewKey } from "@firstmatch/shared-types";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { findKey, keyThing, printWithUses } from "./find-key.ts";
import type { StoredKey, StoredSecret } from "./key-store.ts";
import { hashOf, hintOf, newKeyId, newKeyText } from "./key-text.ts";

/** At most so many secrets of a key live, so that one can be replaced while the other still works. */
const LIVE_SECRETS = 2;

/** A new key; its secret is in this answer and nowhere else. */
export async function makeKey(rooms: Rooms, made: NewKey, doer: Doer): Promise<IssuedKey> {
  const { name, role } = made;
  const partner = made.partner ?? null;
  if (partner !== null && (await rooms.partners.find(partner)) === null)
    throw fault("/partner", `there is no partner "${partner}"; add the partner first`);
  const id = newKeyId();
  const { secret, text } = newSecret(rooms, id);
  const key = {
    ...{ _id: id, name, role, partner },
    ...{ secrets: [secret], createdAt: secret.createdAt, removed: false },
  };
  const after = { name, role, ...(partner !== null && { partner }), secrets: [secret.hint] };
  const whose = partner === null ? "" : ` of the partner ${partner}`;
  const stored = await rooms.keys.insert(key, {
    ...doneBy(doer),
    ...keyThing(key),
    sentence: `Made the key "${name}" with the role ${role}${whose}.`,
    before: null,
    after,
  });
  if (stored === null) throw conflict("The id made for the key is taken; try again.");
  return issue(rooms, stored, text);
}

/** One more secret, to take the place of the other. */
export async function addSecret(rooms: Rooms, id: string, doer: Doer): Promise<IssuedKey> {
  const key = await findKey(rooms, id);
  if (key.secrets.length >= LIVE_SECRETS)
    throw conflict(`The key "${key.name}" has ${LIVE_SECRETS} secrets already; take one away first.`);
  const { secret, text } = newSecret(rooms, id);
  const secrets = [...key.secrets, secret];
  const stored = await rooms.keys.change(
    key,
    { secrets },
    {
      ...doneBy(doer),
      ...keyThing(key),
      sentence: `Added the secret ${secret.hint} to the key "${key.name}".`,
      before: { secrets: key.secrets.map(({ hint }) => hint) },
      after: { secrets: secrets.map(({ hint }) => hint) },
    },
  );
  if (stored === null) throw conflict(`The key "${key.name}" was changed at the same moment; try again.`);
  return issue(rooms, stored, text);
}

function newSecret({ now }: Rooms, keyId: string): { secret: StoredSecret; text: string } {
  const text = newKeyText(keyId);
  return { text, secret: { id: newKeyId(), hash: hashOf(text), hint: hintOf(text), createdAt: now().toISOString() } };
}

async function issue(rooms: Rooms, key: StoredKey, secret: string): Promise<IssuedKey> {
  rooms.access.keys.put(key);
  if (key.role === "admin") await rooms.lastAdmin.join(key._id);
  return { ...(await printWithUses(rooms, key)), secret };
}
