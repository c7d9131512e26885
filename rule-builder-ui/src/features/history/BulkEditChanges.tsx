import type { HistoryEntry } from "@firstmatch/shared-types";
import { Skeleton, Text } from "@mantine/core";
import { Link } from "react-router";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { placeOf } from "./entry-places.ts";
import css from "./History.module.css";
import { HistoryFold } from "./HistoryFold.tsx";
import { useHistory } from "./history-queries.ts";

interface BulkEditChangesProps {
  /** The bulk edit's own line. */
  entry: HistoryEntry;
  timezone: string | undefined;
}

/** What a bulk edit did, change by change. */
export function BulkEditChanges({ entry, timezone }: BulkEditChangesProps) {
  const { items, error, isPending, more } = useHistory({ bulkEdit: entry.thing.id });
  const place = placeOf(entry);
  const changes = items.filter(({ thing }) => thing.kind !== "bulk-edit");
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <Skeleton height={80} />}
      {!isPending && !error && changes.length === 0 && (
        <Text size="sm" c="dimmed">
          It changed nothing yet.
        </Text>
      )}
      <ol className={css.inner}>
        {changes.map((change) => (
          <HistoryFold key={change.id} fold={[change]} timezone={timezone} />
        ))}
      </ol>
      <MoreButton more={more} />
      {place && (
        <p className={css.places}>
          <Link to={place}>Report of the bulk edit</Link>
        </p>
      )}
    </>
  );
}
