import type { Terms, Version, VersionSummary } from "@firstmatch/shared-types";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { Changed, Changes, Deed } from "../changes.ts";
import { termsKey } from "../terms/terms-store.ts";

export interface StoredVersionSummary extends Stored, VersionSummary {
  program: string;
  terms: string;
}

/** A published version: inserted once, never changed. */
export interface StoredVersion extends StoredVersionSummary, Changed {
  document: Terms;
}

const SUMMARY = {
  program: 1,
  terms: 1,
  version: 1,
  author: 1,
  note: 1,
  publishedAt: 1,
  inForceFrom: 1,
  draftRevision: 1,
} as const;

export const versionKey = (program: string, terms: string, version: number) => `${termsKey(program, terms)}/${version}`;

export type VersionStore = ReturnType<typeof versionStore>;

export function versionStore(storage: Storage, changes: Changes) {
  const versions = changes.recordIn(
    storage.collection<StoredVersion>("versions", [
      { fields: ["program", "terms", "version"] },
      { fields: ["changedAt"] },
    ]),
  );
  const summaries = (filter: Parameters<typeof versions.find>[0], options: object = {}) =>
    versions.find<StoredVersionSummary>(filter, { ...options, projection: SUMMARY });

  return {
    find: (program: string, terms: string, version: number) =>
      versions.findOne({ _id: versionKey(program, terms, version) }),

    list: (program: string, terms: string, { limit, cursor }: PageRequest) =>
      summaries(
        { program, terms, ...(cursor !== undefined && { version: { $lt: Number(cursor) } }) },
        { sort: { version: -1 }, limit: limit + 1 },
      ),

    async latest(program: string, terms: string): Promise<StoredVersionSummary | null> {
      const [newest] = await summaries({ program, terms }, { sort: { version: -1 }, limit: 1 });
      return newest ?? null;
    },

    summaries: () => summaries({}),

    summariesSince: (since: string) => summaries(changes.byOthersSince(since)),

    /** The one compare-and-set of a publishing: null when that number is taken. */
    async insert(version: Omit<StoredVersion, "_id" | keyof Changed>, deed: Deed): Promise<StoredVersion | null> {
      const _id = versionKey(version.program, version.terms, version.version);
      try {
        return await changes.record<StoredVersion>(deed, null, async (changed) => {
          const stored = { _id, ...version, ...changed };
          await versions.insertOne(stored);
          return stored;
        });
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },
  };
}

export const printSummary = ({
  version,
  author,
  note,
  publishedAt,
  inForceFrom,
  draftRevision,
}: VersionSummary): VersionSummary => ({ version, author, note, publishedAt, inForceFrom, draftRevision });

export const printVersion = (stored: StoredVersion): Version => ({ ...printSummary(stored), terms: stored.document });
