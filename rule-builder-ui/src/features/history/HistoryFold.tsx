import type { HistoryEntry, Program } from "@firstmatch/shared-types";
import { memo } from "react";
import { shownTime } from "../../components/Moment.tsx";
import { BulkEditChanges } from "./BulkEditChanges.tsx";
import type { Fold } from "./fold-entries.ts";
import css from "./History.module.css";
import { HistoryDetails } from "./HistoryDetails.tsx";
import { HistoryLine } from "./HistoryLine.tsx";

interface HistoryFoldProps {
  fold: Fold;
  timezone: string | undefined;
  /** To name that of the change; undefined where all changes are of one. */
  programs?: readonly Program[] | undefined;
}

/** Entries never change, so a fold is the same as long as its ends are. */
const sameFold = (before: HistoryFoldProps, after: HistoryFoldProps): boolean =>
  before.timezone === after.timezone &&
  before.programs === after.programs &&
  before.fold.length === after.fold.length &&
  before.fold[0].id === after.fold[0].id;

/** One line of the list: a change, a bulk edit with all that it did, or somebody's session on a draft. */
export const HistoryFold = memo(function HistoryFold({ fold, timezone, programs }: HistoryFoldProps) {
  const [entry, ...others] = fold;
  const program =
    programs && entry.program !== null
      ? (programs.find(({ id }) => id === entry.program)?.name ?? entry.program)
      : undefined;
  if (others.length === 0)
    return (
      <HistoryLine entry={entry} time={shownTime(entry.at, timezone)} says={entry.sentence} program={program}>
        {entry.thing.kind === "bulk-edit" ? (
          <BulkEditChanges entry={entry} timezone={timezone} />
        ) : (
          <HistoryDetails entry={entry} timezone={timezone} />
        )}
      </HistoryLine>
    );
  const began = shownTime((others.at(-1) as HistoryEntry).at, timezone);
  return (
    <HistoryLine
      entry={entry}
      time={shownTime(entry.at, timezone)}
      says={`${entry.thing.name}: ${fold.length} changes of the draft since ${began}`}
      program={program}
    >
      <ol className={css.inner}>
        {fold.map((each) => (
          <HistoryFold key={each.id} fold={[each]} timezone={timezone} />
        ))}
      </ol>
    </HistoryLine>
  );
}, sameFold);
