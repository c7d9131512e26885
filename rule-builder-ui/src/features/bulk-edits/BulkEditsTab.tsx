import type { BulkEdit } from "@firstmatch/shared-types";
import { Badge, Text } from "@mantine/core";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRow, LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { Moment } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { useBulkEdits } from "./bulk-edit-queries.ts";
import { countsInWords, percentOf } from "./count-words.ts";

/** What was done to many members at once, the newest first. */
export function BulkEditsTab() {
  const program = useProgramPage();
  usePageTitle("Bulk edits", program.name);
  const { items, error, isPending, more } = useBulkEdits(program.id);
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No bulk edits yet">
          Tick some members under Members and press Bulk edit: move them to other terms, give them a personal payout,
          re-issue their codes. What was done, and for whom, stays to be read here.
        </EmptyState>
      )}
      {items.length > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          Times in {program.timezone}.
        </Text>
      )}
      <LinkRows label="Bulk edits">
        {items.map((edit) => (
          <LinkRow key={edit.id} to={edit.id} title={edit.title} marks={<BulkEditMark edit={edit} />}>
            {countsInWords(edit.counts, "report")} Started by {edit.startedBy},{" "}
            <Moment at={edit.startedAt} timezone={program.timezone} />
          </LinkRow>
        ))}
      </LinkRows>
      <MoreButton more={more} />
    </>
  );
}

function BulkEditMark({ edit: { status, counts } }: { edit: BulkEdit }) {
  if (status === "running") return <Badge>Running, {percentOf(counts)} %</Badge>;
  return counts.refused > 0 ? (
    <Badge color="orange">{counts.refused.toLocaleString("en")} refused</Badge>
  ) : (
    <Badge color="green">Finished</Badge>
  );
}
