import { type BulkEdit, LINE_RESULTS, type Program } from "@firstmatch/shared-types";
import { Button, Group, Progress, SegmentedControl, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import type { LineResult } from "../../api/bulk-edits.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { Moment } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { useMay } from "../access/session.ts";
import { BulkEditLines } from "./BulkEditLines.tsx";
import { useBulkEditLines, useBulkEditRetry } from "./bulk-edit-queries.ts";
import { countsInWords, percentOf, RESULTS } from "./count-words.ts";
import { useLinesDownload } from "./use-lines-download.ts";

interface BulkEditReportProps {
  program: Program;
  /** Undefined until it has come. */
  edit: BulkEdit | undefined;
  error: Error | null;
}

/** How far a bulk edit is; and once it is through, what came of it, line by line. */
export function BulkEditReport({ program, edit, error }: BulkEditReportProps) {
  if (edit === undefined) return error ? <ErrorAlert error={error} /> : <Skeleton height={160} />;
  const { title, counts, status, startedBy, startedAt } = edit;
  const through = counts.all - counts.waiting;
  const running = status === "running";
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text size="sm" c="dimmed" mt={2}>
          Started by {startedBy}, <Moment at={startedAt} timezone={program.timezone} /> ({program.timezone})
        </Text>
      </div>
      <div>
        <Progress.Root size="lg">
          <Progress.Section value={percentOf(counts)} aria-label="How much is through" animated={running} />
        </Progress.Root>
        <Text size="sm" mt={6}>
          {/* Spoken once, at the end; the bar itself says how far it is to whoever asks. */}
          {running && `${through.toLocaleString("en")} of ${counts.all.toLocaleString("en")} are through.`}
          <span role="status">{!running && countsInWords(counts, "report")}</span>
        </Text>
      </div>
      <ErrorAlert error={error} />
      {!running && <Lines program={program.id} edit={edit} />}
    </Stack>
  );
}

function Lines({ program, edit: { id, title, counts } }: { program: string; edit: BulkEdit }) {
  const [wanted, setWanted] = useState<LineResult>();
  const { items, error, isPending, more } = useBulkEditLines(program, id, wanted);
  const retry = useBulkEditRetry(program);
  const mayEdit = useMay("edit");
  const lines = useLinesDownload(program, id, title);
  const choices = LINE_RESULTS.map((result) => ({
    value: result,
    label: `${RESULTS.report[result]} ${counts[result].toLocaleString("en")}`,
  }));
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <SegmentedControl
          aria-label="Lines to show"
          data={[{ value: "all", label: `All ${counts.all.toLocaleString("en")}` }, ...choices]}
          value={wanted ?? "all"}
          onChange={(value) => setWanted(LINE_RESULTS.find((result) => result === value))}
        />
        <Group gap="xs">
          {mayEdit && counts.refused > 0 && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} />}
              loading={retry.isPending}
              onClick={() => retry.mutate(id)}
            >
              Try refused ones again
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={lines.isPending}
            onClick={() => lines.mutate()}
          >
            CSV
          </Button>
        </Group>
      </Group>
      <ErrorAlert error={retry.error ?? lines.error ?? error} />
      {isPending ? (
        <Skeleton height={120} />
      ) : items.length === 0 ? (
        <Text size="sm" c="dimmed">
          None.
        </Text>
      ) : (
        <BulkEditLines lines={items} tense="report" />
      )}
      <div>
        <MoreButton more={more} />
      </div>
    </Stack>
  );
}
