import type { HistoryEntry } from "@firstmatch/shared-types";
import { shownTime } from "../../components/Moment.tsx";
import { BulkEditChanges } from "./BulkEditChanges.tsx";
import type { Fold } from "./fold-entries.ts";
import css from "./History.module.css";
import { HistoryDetails } from "./HistoryDetails.tsx";
import { HistoryLine } from "./HistoryLine.tsx";

interface HistoryFoldProps {
  fold: Fold;
  timezone: string | undefined;
}

/** One line of the list: a change, a bulk edit with all that it did, or somebody's session on a draft. */
export function HistoryFold({ fold, timezone }: HistoryFoldProps) {
  const [entry, ...others] = fold;
  if (others.length === 0)
    return (
      <HistoryLine entry={entry} time={shownTime(entry.at, timezone)} says={entry.sentence}>
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
    >
      <ol className={css.inner}>
        {fold.map((each) => (
          <HistoryFold key={each.id} fold={[each]} timezone={timezone} />
        ))}
      </ol>
    </HistoryLine>
  );
}
