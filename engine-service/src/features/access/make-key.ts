import type { IssuedKey, NewKey } from "@firstmatch/shared-types";
import { conflict, fault } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { findKey, keyThing } from "./find-key.ts";
import { printKey, type StoredKey, type StoredSecret } from "./key-store.ts";
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
  return issue(rooms, stored, text, new Map());
}

/** One more secret, to take the place of the other. */
export async function addSecret(rooms: Rooms, id: string, doer: Doer): Promise<IssuedKey> {
  const key = await findKey(rooms, id);
  if (key.secrets.length >= LIVE_SECRETS)
    throw conflict(`The key "${key.name}" has ${LIVE_SECRETS} secrets already; take one away first.`);
  const lastUsed = await rooms.keyUses.of(key.secrets.map((each) => each.id));
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
  return issue(rooms, stored, text, lastUsed);
}

function newSecret({ now }: Rooms, keyId: string): { secret: StoredSecret; text: string } {
  const text = newKeyText(keyId);
  return { text, secret: { id: newKeyId(), hash: hashOf(text), hint: hintOf(text), createdAt: now().toISOString() } };
}

/** From here on nothing may fail: the secret is stored, and only this answer can tell it. */
async function issue(
  { access, lastAdmin, log }: Rooms,
  key: StoredKey,
  secret: string,
  lastUsed: ReadonlyMap<string, string>,
): Promise<IssuedKey> {
  access.keys.put(key);
  if (key.role === "admin") {
    await lastAdmin.join(key._id).catch((error: unknown) => {
      log.warn({ err: error, key: key._id }, "an admin key works, but others cannot be taken away for its sake yet");
    });
  }
  return { ...printKey(key, lastUsed), secret };
}
