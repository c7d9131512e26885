import type { Key } from "@firstmatch/shared-types";
import { notFound } from "../../http/problem.ts";
import type { Rooms } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { printKey, type StoredKey } from "./key-store.ts";

export async function findKey({ keys }: Rooms, id: string): Promise<StoredKey> {
  const key = await keys.find(id);
  if (key === null || key.removed) throw notFound("There is no key with this id.");
  return key;
}

export async function printWithUses({ keyUses }: Rooms, key: StoredKey): Promise<Key> {
  return printKey(key, await keyUses.of(key.secrets.map(({ id }) => id)));
}

/** What a line of the history says of a key, beside what was done. */
export const keyThing = ({
  _id,
  name,
  partner,
}: Pick<StoredKey, "_id" | "name" | "partner">): Pick<Deed, "thing" | "program" | "partners"> => ({
  thing: { kind: "key", id: _id, name },
  program: null,
  partners: partner === null ? [] : [partner],
});
