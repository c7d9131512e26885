import type { MemberDates } from "../../domain/standing.ts";
import type { From } from "../../domain/timeline.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

export type { MemberDates };

/** A partner in a program: four things that change along time, each by itself. */
export interface StoredMember extends Revised {
  program: string;
  partner: string;
  joinedAt: string;
  /** False: taken out of the program again. */
  enrolled: From<boolean>[];
  /** Null: the program's default terms. May hold later entries, which are planned moves. */
  terms: From<string | null>[];
  active: From<boolean>[];
  dates: From<MemberDates>[];
}

export const memberKey = (program: string, partner: string) => `${program}/${encodeURIComponent(partner)}`;

export type MemberStore = ReturnType<typeof memberStore>;

export const memberStore = (storage: Storage, changes: Changes) =>
  kept<StoredMember>(storage, changes, "members", [{ fields: ["partner"] }]);
