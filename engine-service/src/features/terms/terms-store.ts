import { TERMS_SCHEMA, type Terms } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { Changed, Changes, Deed } from "../changes.ts";
import type { Clock } from "../clock.ts";

export interface StoredDraft {
  revision: number;
  editedAt: string;
  /** Without personal payouts; they are stored by themselves. */
  terms: Terms;
}

/** One set of terms of a program, with its one draft. */
export interface StoredTerms extends Stored, Changed {
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

export function termsStore(storage: Storage, changes: Changes, now: Clock) {
  const terms = changes.recordIn(
    storage.collection<StoredTerms>("terms", [{ fields: ["program", "id"] }, { fields: ["changedAt"] }]),
  );
  const draft = (revision: number, document: Terms): StoredDraft => ({
    revision,
    editedAt: now().toISOString(),
    terms: document,
  });
  const made = (program: string, id: string, document: Terms) => ({
    ...{ _id: termsKey(program, id), program, id },
    ...{ removedAt: null, draft: draft(1, document) },
  });
  /** Not every change of terms changes the draft, so its revision alone does not say that nothing happened since. */
  const asIt = ({ _id, removedAt, draft, change }: StoredTerms) => ({
    ...{ _id, removedAt },
    ...{ "draft.revision": draft.revision, "change._id": change?._id ?? null },
  });
  const change = (previous: StoredTerms, set: Partial<Pick<StoredTerms, "draft" | "removedAt">>, deed: Deed) =>
    changes.record<StoredTerms>(deed, previous, async (changed) => {
      const $set = { ...set, ...changed };
      return (await terms.updateOne(asIt(previous), { $set })) ? { ...previous, ...$set } : null;
    });

  return {
    find: (program: string, id: string) => terms.findOne({ _id: termsKey(program, id), removedAt: null }),

    /** Whether they are there; without their draft, which may be long. */
    has: async (program: string, id: string): Promise<boolean> => {
      const found = await terms.find(
        { _id: termsKey(program, id), removedAt: null },
        { projection: { program: 1 }, limit: 1 },
      );
      return found.length > 0;
    },

    /** Removed ones as well. */
    findEver: (program: string, id: string) => terms.findOne({ _id: termsKey(program, id) }),

    /** Of all that are there, without their drafts. */
    ids: async (program: string): Promise<string[]> => {
      const found = await terms.find({ program, removedAt: null }, { sort: { id: 1 }, projection: { id: 1 } });
      return found.map(({ id }) => id);
    },

    list: (program: string, { limit, cursor }: PageRequest) =>
      terms.find(
        { program, removedAt: null, ...(cursor !== undefined && { id: { $gt: cursor } }) },
        { sort: { id: 1 }, limit: limit + 1 },
      ),

    /** The first terms of a program that is about to be made; those that a crash left of an earlier try begin anew. */
    async begin(program: string, id: string, document: Terms): Promise<void> {
      const fresh = made(program, id, document);
      try {
        await changes.write((changed) => terms.insertOne({ ...fresh, ...changed }));
      } catch (error) {
        if (!(error instanceof DuplicateKey)) throw error;
        const left = await terms.findOne({ _id: fresh._id, "change._id": null });
        if (left === null) return;
        await changes.write((changed) =>
          terms.updateOne(asIt(left), { $set: { draft: draft(left.draft.revision + 1, document), ...changed } }),
        );
      }
    },

    /** Null when the id is taken. */
    async insert(program: string, id: string, document: Terms, deed: Deed): Promise<StoredTerms | null> {
      try {
        return await changes.record<StoredTerms>(deed, null, async (changed) => {
          const stored = { ...made(program, id, document), ...changed };
          await terms.insertOne(stored);
          return stored;
        });
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },

    /** Null when the terms are no longer as they were. */
    saveDraft: (previous: StoredTerms, document: Terms, deed: Deed) =>
      change(previous, { draft: draft(previous.draft.revision + 1, document) }, deed),

    /** Null when the terms are no longer as they were. */
    remove: (previous: StoredTerms, deed: Deed) => change(previous, { removedAt: now().toISOString() }, deed),

    takeBack: (previous: StoredTerms, deed: Deed) => change(previous, { removedAt: null }, deed),
  };
}
