import type { BulkEditPreview, BulkEditRequest, Program } from "@firstmatch/shared-types";
import { Alert, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { isProblem } from "../../api/problem-error.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { newUuid } from "../../components/new-uuid.ts";
import { BulkEditLines } from "./BulkEditLines.tsx";
import { useBulkEditPreview, useBulkEditStart } from "./bulk-edit-queries.ts";
import { countsInWords, startLabel } from "./count-words.ts";

interface BulkEditPreviewPaneProps {
  program: Program;
  wanted: BulkEditRequest;
  onBack: () => void;
  onStarted: (id: string) => void;
}

/** What would change for whom; nothing has been changed yet. */
export function BulkEditPreviewPane({ program, wanted, onBack, onStarted }: BulkEditPreviewPaneProps) {
  const { data: preview, error, isFetching, refetch } = useBulkEditPreview(program.id, wanted);
  const start = useBulkEditStart(program.id);
  // One id for what is shown: pressed again after a lost answer, it starts nothing a second time.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new preview is a new edit
  const id = useMemo(newUuid, [preview?.fingerprint]);
  const isStale = isProblem(start.error, 412);
  const lookAgain = () => {
    start.reset();
    void refetch();
  };
  return (
    <Stack gap="md">
      {preview === undefined && !error && (
        <Stack role="status" aria-label="Looking what would change">
          <Skeleton height={30} width={320} />
          <Skeleton height={160} />
        </Stack>
      )}
      <ErrorAlert error={error} />
      {preview && <WhatWouldChange preview={preview} />}
      {isStale ? (
        <Alert color="orange" role="alert" title="What would change is no longer what you see">
          Somebody changed these members in the meantime. Nothing was done.
        </Alert>
      ) : (
        <ErrorAlert error={start.error} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack} disabled={start.isPending}>
          Back
        </Button>
        {isStale ? (
          <Button onClick={lookAgain} loading={isFetching}>
            Look again
          </Button>
        ) : (
          <Button
            disabled={preview === undefined || preview.counts.done === 0}
            loading={start.isPending}
            onClick={() =>
              preview &&
              start.mutate({ ...wanted, id, fingerprint: preview.fingerprint }, { onSuccess: () => onStarted(id) })
            }
          >
            {startLabel(wanted.edit.kind, preview?.counts.done ?? 0)}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function WhatWouldChange({ preview: { title, counts, lines } }: { preview: BulkEditPreview }) {
  return (
    <>
      <div>
        <Title order={3} fz="md" fw={650}>
          {title}
        </Title>
        <Text size="sm" mt={4} role="status">
          {countsInWords(counts, "preview")}
        </Text>
      </div>
      <BulkEditLines lines={lines} tense="preview" />
      {lines.length < counts.all && (
        <Text size="sm" c="dimmed">
          The first {lines.length.toLocaleString("en")} of {counts.all.toLocaleString("en")} are shown. Afterwards the
          report has all of them.
        </Text>
      )}
    </>
  );
}
