import type { Program } from "@firstmatch/shared-types";
import type { From } from "../../domain/timeline.ts";
import type { PageRequest } from "../../http/page.ts";
import type { Storage } from "../../storage/collection.ts";
import type { Changes } from "../changes.ts";
import { kept, type Revised } from "../kept.ts";

/** Which terms are the default from a moment on. */
export interface DefaultTerms {
  terms: string;
  from: string;
}

export interface StoredProgram extends Revised {
  name: string;
  currency: string;
  timezone: string;
  createdAt: string;
  /** Appended, never edited: an old event is decided by the default that held then. The first covers all time before. */
  defaultTerms: DefaultTerms[];
  /** Like the default terms; before the first entry UNLESS_SET holds. */
  settings?: From<ProgramSettings>[];
  codePattern?: string;
  recording?: RecordingSettings;
}

/** What of a program decides, beside its terms. */
export type ProgramSettings = Pick<Program, "status" | "access" | "attribution">;

/** What holds for whatever is recorded, from the moment it was saved, whenever it occurred. */
export type RecordingSettings = Pick<Program, "caps" | "holdingDays" | "lifetime" | "tiers">;

export const RECORDING_UNLESS_SET: RecordingSettings = {
  caps: [],
  holdingDays: 0,
  lifetime: { months: null, orders: null },
  tiers: "beyond-step",
};

export const UNLESS_SET: ProgramSettings = { status: "active", access: "open", attribution: "code" };
export const CODE_PATTERN_UNLESS_SET = "{NAME}{NN}";

export type ProgramStore = ReturnType<typeof programStore>;

export function programStore(storage: Storage, changes: Changes) {
  const programs = kept<StoredProgram>(storage, changes, "programs");
  return {
    ...programs,

    list: ({ limit, cursor }: PageRequest) =>
      programs.documents.find(cursor === undefined ? {} : { _id: { $gt: cursor } }, {
        sort: { _id: 1 },
        limit: limit + 1,
      }),

    /** Changes nothing but the revision, so that whoever read the program before has to look again. */
    touch: ({ _id, revision }: StoredProgram) =>
      changes.write((changed) =>
        programs.documents.findOneAndUpdate({ _id, revision }, { $set: { ...changed }, $inc: { revision: 1 } }),
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
  ...(program.recording ?? RECORDING_UNLESS_SET),
  revision: program.revision,
  createdAt: program.createdAt,
});
