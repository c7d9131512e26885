import type { Key } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

export interface StoredSecret {
  id: string;
  /** SHA-256 of the whole key, in hexadecimal; the key itself is stored nowhere. */
  hash: string;
  hint: string;
  createdAt: string;
}

export interface StoredKey extends Revised {
  name: string;
  role: Key["role"];
  partner: string | null;
  secrets: StoredSecret[];
  createdAt: string;
  /** Stays without its secrets, so that other processes learn of it. */
  removed: boolean;
}

export type KeyStore = ReturnType<typeof keyStore>;

export function keyStore(storage: Storage, changes: Changes) {
  const keys = kept<StoredKey>(storage, changes, "keys", [{ fields: ["createdAt"] }]);
  return {
    ...keys,

    /** The older first. */
    list({ limit, cursor }: PageRequest): Promise<StoredKey[]> {
      const [createdAt = "", id = ""] = cursor?.split(" ") ?? [];
      const after = { $or: [{ createdAt: { $gt: createdAt } }, { createdAt, _id: { $gt: id } }] };
      return keys.documents.find(
        { removed: false, ...(cursor !== undefined && after) },
        { sort: { createdAt: 1, _id: 1 }, limit: limit + 1 },
      );
    },
  };
}

export const keyCursor = ({ createdAt, _id }: StoredKey): string => `${createdAt} ${_id}`;

/** @param lastUsed by the secret's id */
export const printKey = (
  { _id, name, role, partner, secrets, revision, createdAt }: StoredKey,
  lastUsed: ReadonlyMap<string, string>,
): Key => ({
  ...{ id: _id, name, role, partner, revision, createdAt },
  secrets: secrets.map((secret) => ({
    ...{ id: secret.id, hint: secret.hint, createdAt: secret.createdAt },
    lastUsedAt: lastUsed.get(secret.id) ?? null,
  })),
});
