import type { Program } from "@firstmatch/shared-types";
import { Anchor, Button, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { Link } from "react-router";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import type { ChosenFile } from "./chosen-file.ts";
import { ImportFaults } from "./ImportFaults.tsx";
import { ImportFigures } from "./ImportFigures.tsx";
import { importInWords, importLabel, newOf } from "./import-words.ts";
import type { useImport } from "./use-import.ts";

interface FileImportProps {
  program: Program;
  file: ChosenFile;
  running: ReturnType<typeof useImport>;
}

/** A file that was chosen: what it would come to, the import of its good lines, and what came of it. */
export function FileImport({ program, file, running: { run, lines, stopped, stop } }: FileImportProps) {
  const report = run.data;
  const count = report === undefined ? 0 : newOf(report);
  return (
    <Stack gap="md">
      <div>
        <Title order={3} size="h5" style={{ overflowWrap: "anywhere" }}>
          {file.name}
        </Title>
        <Text size="sm" role="status">
          {run.isPending && (run.variables.dryRun ? "Trying it out; nothing is stored." : "Importing.")}
          {report && importInWords(report)}
        </Text>
      </div>
      {run.isPending && (
        <Group gap="sm">
          <Loader size="sm" />
          <Text size="sm">{lines.toLocaleString("en")} lines are through.</Text>
          <Button variant="default" size="compact-sm" onClick={stop}>
            Stop
          </Button>
        </Group>
      )}
      {stopped ? (
        <Text size="sm">Stopped. What was recorded until then stays; import the file again for the rest.</Text>
      ) : (
        <ErrorAlert error={run.error} />
      )}
      {run.isError && (
        <div>
          <Button variant="default" onClick={() => run.mutate({ file, dryRun: true })}>
            Try it out again
          </Button>
        </div>
      )}
      {report && <ImportFigures report={report} />}
      {report?.dryRun && (
        <div>
          <Button
            leftSection={<IconFileImport size={16} />}
            disabled={count === 0}
            onClick={() => run.mutate({ file, dryRun: false })}
          >
            {importLabel(count)}
          </Button>
        </div>
      )}
      {report && !report.dryRun && (
        <Anchor component={Link} to={`/programs/${program.id}/conversions`} size="sm">
          Show the conversions
        </Anchor>
      )}
      {report && <ImportFaults report={report} file={file} />}
    </Stack>
  );
}
