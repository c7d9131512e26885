import type { KeyChange } from "@firstmatch/shared-types";
import { notFound, stale } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import { type Doer, doneBy } from "../doer.ts";
import { findKey, keyThing } from "./find-key.ts";
import type { StoredKey } from "./key-store.ts";

export async function renameKey(rooms: Rooms, id: string, revision: number, { name }: KeyChange, doer: Doer) {
  const key = await atRevision(rooms, id, revision);
  const stored = await rooms.keys.change(
    key,
    { name },
    {
      ...doneBy(doer),
      ...keyThing({ ...key, name }),
      sentence: `Renamed the key "${key.name}" to "${name}".`,
      before: { name: key.name },
      after: { name },
    },
  );
  if (stored === null) throw await moved(rooms, id, revision);
  rooms.access.keys.put(stored);
  return stored;
}

/** Takes effect at once in this process, and with its next look in others. */
export async function removeSecret(rooms: Rooms, id: string, revision: number, secret: string, doer: Doer) {
  const key = await atRevision(rooms, id, revision);
  const gone = key.secrets.find((each) => each.id === secret);
  if (gone === undefined) throw notFound(`The key "${key.name}" has no secret "${secret}".`);
  const secrets = key.secrets.filter((each) => each !== gone);
  const stored = await takeAway(rooms, key, secrets, () =>
    rooms.keys.change(
      key,
      { secrets },
      {
        ...doneBy(doer),
        ...keyThing(key),
        sentence: `Took away the secret ${gone.hint} of the key "${key.name}".`,
        before: { secrets: key.secrets.map(({ hint }) => hint) },
        after: { secrets: secrets.map(({ hint }) => hint) },
      },
    ),
  );
  if (stored === null) throw await moved(rooms, id, revision);
  return stored;
}

export async function removeKey(rooms: Rooms, id: string, revision: number, doer: Doer): Promise<void> {
  const key = await atRevision(rooms, id, revision);
  const { name, role, partner } = key;
  const stored = await takeAway(rooms, key, [], () =>
    rooms.keys.change(
      key,
      { secrets: [], removed: true },
      {
        ...doneBy(doer),
        ...keyThing(key),
        sentence: `Removed the key "${name}" with the role ${role}.`,
        before: { name, role, ...(partner !== null && { partner }), secrets: key.secrets.map(({ hint }) => hint) },
        after: null,
      },
    ),
  );
  if (stored === null) throw await moved(rooms, id, revision);
}

/** The last admin key that works stays. */
async function takeAway(
  { access, lastAdmin }: Rooms,
  key: StoredKey,
  left: readonly unknown[],
  store: () => Promise<StoredKey | null>,
): Promise<StoredKey | null> {
  const worked = key.role === "admin" && key.secrets.length > 0;
  if (worked && left.length === 0) await lastAdmin.leave(key._id, access.hasAdminInEnvironment);
  const stored = await store();
  if (stored !== null) access.keys.put(stored);
  else if (worked) await lastAdmin.join(key._id);
  return stored;
}

async function atRevision(rooms: Rooms, id: string, revision: number): Promise<StoredKey> {
  const key = await findKey(rooms, id);
  if (key.revision !== revision) throw stale(`The key "${key.name}"`, revision, key.revision);
  return key;
}

async function moved(rooms: Rooms, id: string, revision: number) {
  const key = await findKey(rooms, id);
  return stale(`The key "${key.name}"`, revision, key.revision);
}
