import type { Journal } from "../journal/journal.ts";
import type { Journaled, WorkingSet } from "../journal/working-set.ts";
import { RECORDING_UNLESS_SET, type RecordingSettings, type StoredProgram } from "./program-store.ts";

/** The recording settings of a program at one of its revisions. */
export interface ToldSettings extends Journaled {
  revision: number;
  recording: RecordingSettings;
}

export type SettingsTold = ReturnType<typeof settingsTold>;

/**
 * Recording settings as the journal was told of them. A process learns of another's change only at its next look, which
 * would let a new cap be exceeded meanwhile; what the journal was told counts for every process from the next batch on.
 */
export function settingsTold(journal: Journal) {
  const told = journal.shelf<ToldSettings>("recording-settings");
  return {
    wants: ({ _id }: StoredProgram) => [{ of: told, id: _id }],

    /** What the journal was told or what this process knows, whichever is newer. */
    async of(set: WorkingSet, program: StoredProgram): Promise<RecordingSettings> {
      const newer = await set.get(told, program._id);
      if (newer !== null && newer.revision > program.revision) return newer.recording;
      return program.recording ?? RECORDING_UNLESS_SET;
    },

    tell: ({ _id, revision, recording = RECORDING_UNLESS_SET }: StoredProgram): Promise<void> =>
      journal.enter(_id, {
        wants: [{ of: told, id: _id }],
        async run(set) {
          const before = await set.get(told, _id);
          if (before === null || before.revision < revision) set.put(told, { _id, revision, recording });
        },
      }),
  };
}
