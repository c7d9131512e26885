import type { Program } from "@firstmatch/shared-types";
import type { From } from "../../domain/timeline.ts";
import type { PageRequest } from "../../http/page.ts";
import { DuplicateKey, type Storage, type Stored } from "../../storage/collection.ts";
import type { Changed, Changes } from "../changes.ts";

/** Which terms are the default from a moment on. */
export interface DefaultTerms {
  terms: string;
  from: string;
}

export interface StoredProgram extends Stored, Changed {
  name: string;
  currency: string;
  timezone: string;
  revision: number;
  createdAt: string;
  /** Appended, never edited: an old event is decided by the default that held then. The first covers all time before. */
  defaultTerms: DefaultTerms[];
  /** Like the default terms; before the first entry UNLESS_SET holds. */
  settings?: From<ProgramSettings>[];
  codePattern?: string;
}

/** What of a program decides, beside its terms. */
export type ProgramSettings = Pick<Program, "status" | "access" | "attribution">;

export const UNLESS_SET: ProgramSettings = { status: "active", access: "open", attribution: "code" };
export const CODE_PATTERN_UNLESS_SET = "{NAME}{NN}";

export type ProgramStore = ReturnType<typeof programStore>;

export function programStore(storage: Storage, changes: Changes) {
  const programs = storage.collection<StoredProgram>("programs", [{ fields: ["changedAt"] }]);
  return {
    find: (id: string) => programs.findOne({ _id: id }),

    all: () => programs.find({}),

    changedSince: (since: string) => programs.find(changes.byOthersSince(since)),

    list: ({ limit, cursor }: PageRequest) =>
      programs.find(cursor === undefined ? {} : { _id: { $gt: cursor } }, { sort: { _id: 1 }, limit: limit + 1 }),

    /** Null when the id is taken. */
    async insert(program: Omit<StoredProgram, keyof Changed>): Promise<StoredProgram | null> {
      try {
        return await changes.write(async (changed) => {
          const stored = { ...program, ...changed };
          await programs.insertOne(stored);
          return stored;
        });
      } catch (error) {
        if (error instanceof DuplicateKey) return null;
        throw error;
      }
    },

    /** Null when the program is no longer at that revision. */
    change: (id: string, revision: number, { name, defaultTerms }: { name?: string; defaultTerms?: DefaultTerms }) =>
      changes.write((changed) =>
        programs.findOneAndUpdate(
          { _id: id, revision },
          {
            $set: { ...(name !== undefined && { name }), ...changed },
            $inc: { revision: 1 },
            ...(defaultTerms && { $push: { defaultTerms } }),
          },
        ),
      ),
  };
}

export const currentDefault = (program: StoredProgram): string => (program.defaultTerms.at(-1) as DefaultTerms).terms;

export const printProgram = (program: StoredProgram): Program => ({
  id: program._id,
  name: program.name,
  currency: program.currency,
  timezone: program.timezone,
  defaultTerms: currentDefault(program),
  ...(program.settings?.at(-1)?.value ?? UNLESS_SET),
  codePattern: program.codePattern ?? CODE_PATTERN_UNLESS_SET,
  revision: program.revision,
  createdAt: program.createdAt,
});
