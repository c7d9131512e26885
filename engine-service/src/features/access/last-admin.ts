import { conflict } from "../../http/problem.ts";
import type { Storage, Stored } from "../../storage/collection.ts";

/** Never names a key that does not work: keys join after they were stored, and leave before they are taken away. */
interface Admins extends Stored {
  keys: string[];
  revision: number;
}

export type LastAdmin = ReturnType<typeof lastAdmin>;

/**
 * One document that names the admin keys that work, changed by compare and set: two admins who take away each other's
 * key, in two processes, would both still see one left.
 */
export function lastAdmin(storage: Storage) {
  const admins = storage.collection<Admins>("admin-keys");
  const change = async (edit: (keys: string[]) => string[]) => {
    for (;;) {
      const held = await admins.findOneAndUpdate(
        { _id: "admins" },
        { $setOnInsert: { keys: [], revision: 0 } },
        { upsert: true },
      );
      const { keys, revision } = held as Admins;
      const set = { $set: { keys: edit(keys) }, $inc: { revision: 1 } };
      if ((await admins.findOneAndUpdate({ _id: "admins", revision }, set)) !== null) return;
    }
  };
  return {
    join: (key: string) => change((keys) => [...keys.filter((each) => each !== key), key]),

    /** @param others whether an admin can sign in by something else than a stored key */
    leave: (key: string, others: boolean) =>
      change((keys) => {
        const left = keys.filter((each) => each !== key);
        if (left.length === 0 && !others)
          throw conflict(
            "This is the last admin key that works: without it nobody could give keys any more. Make another admin key first.",
          );
        return left;
      }),
  };
}
