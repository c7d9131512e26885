import type { HistoryFilter, Program } from "@firstmatch/shared-types";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { shownDay } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { byDay, foldEntries } from "./fold-entries.ts";
import css from "./History.module.css";
import { HistoryFold } from "./HistoryFold.tsx";
import { useHistory } from "./history-queries.ts";

interface HistoryListProps {
  filter: HistoryFilter;
  /** Of days and times; the reader's own, where the changes may be of several programs. */
  timezone?: string | undefined;
  /** To name in each line, where the changes may be of several. */
  programs?: readonly Program[] | undefined;
  /** What to say where there is none. */
  none?: string;
}

/** What was changed, the newest first, by days. */
export function HistoryList({ filter, timezone, programs, none = "Nothing was changed yet." }: HistoryListProps) {
  const { items, error, isPending, isOld, more } = useHistory(filter);
  const dayOf = (at: string) => shownDay(at, timezone);
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={6} height={44} />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No changes" order={4}>
          {none}
        </EmptyState>
      )}
      <div aria-busy={isOld} className={css.days}>
        {byDay(foldEntries(items), dayOf).map((folds) => {
          const [[{ id, at }]] = folds;
          return (
            <section key={id} aria-label={dayOf(at)}>
              <h2 className={css.day}>{dayOf(at)}</h2>
              <ol className={css.lines}>
                {folds.map((fold) => (
                  <HistoryFold key={fold[0].id} fold={fold} timezone={timezone} programs={programs} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
      <MoreButton more={more} />
    </>
  );
}
