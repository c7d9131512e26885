import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

/** `_id` is the link's id, as it stands in /r/{id}. */
export interface StoredLink extends Revised {
  program: string;
  partner: string;
  name: string;
  url: string;
  active: boolean;
  createdAt: string;
}

export type LinkStore = ReturnType<typeof linkStore>;

export const linkStore = (storage: Storage, changes: Changes) =>
  kept<StoredLink>(storage, changes, "links", [{ fields: ["partner"] }]);
