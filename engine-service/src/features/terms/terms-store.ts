import { TERMS_SCHEMA, type Terms } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { Clock } from "../clock.ts";

export interface StoredDraft {
  revision: number;
  editedAt: string;
  /** Without personal payouts; they are stored by themselves. */
  terms: Terms;
}

/** One set of terms of a program, with its one draft. */
export interface StoredTerms extends Stored {
  program: string;
  id: string;
  /** Removed terms stay, since their versions go on deciding old events. */
  removedAt: string | null;
  draft: StoredDraft;
}

export const termsKey = (program: string, terms: string) => `${program}/${terms}`;

export const emptyTerms = (name: string, { currency, timezone }: { currency: string; timezone: string }): Terms => ({
  schema: TERMS_SCHEMA,
  name,
  currency,
  timezone,
  events: [],
});

export type TermsStore = ReturnType<typeof termsStore>;

export function termsStore(storage: Storage, now: Clock) {
  const terms = storage.collection<StoredTerms>("terms", [{ fields: ["program", "id"] }]);
  const draft = (revision: number, document: Terms): StoredDraft => ({
    revision,
    editedAt: now().toISOString(),
    terms: document,
  });
  const kept = (program: string, id: string) => ({ _id: termsKey(program, id), removedAt: null });

  return {
    find: (program: string, id: string) => terms.findOne(kept(program, id)),

    /** Removed ones as well. */
    findEver: (program: string, id: string) => terms.findOne({ _id: termsKey(program, id) }),

    list: (program: string, { limit, cursor }: PageRequest) =>
      terms.find(
        { program, removedAt: null, ...(cursor !== undefined && { id: { $gt: cursor } }) },
        { sort: { id: 1 }, limit: limit + 1 },
      ),

    /** Null when the id is taken. */
    async insert(program: string, id: string, document: Terms): Promise<StoredTerms | null> {
      const made = { _id: termsKey(program, id), program, id, removedAt: null, draft: draft(1, document) };
      try {
        await terms.insertOne(made);
        return made;
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },

    /** Null when the draft is no longer at that revision. */
    saveDraft: (program: string, id: string, revision: number, document: Terms) =>
      terms.findOneAndUpdate(
        { ...kept(program, id), "draft.revision": revision },
        { $set: { draft: draft(revision + 1, document) } },
      ),

    /** Null when the draft is no longer at that revision. */
    remove: (program: string, id: string, revision: number) =>
      terms.findOneAndUpdate(
        { ...kept(program, id), "draft.revision": revision },
        { $set: { removedAt: now().toISOString() } },
      ),

    takeBack: (program: string, id: string) =>
      terms.findOneAndUpdate({ _id: termsKey(program, id) }, { $set: { removedAt: null } }),
  };
}
