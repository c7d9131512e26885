import type { Program } from "@firstmatch/shared-types";
import { Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { useLeaveGuard } from "../../components/LeaveGuard.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { chooseFile } from "./chosen-file.ts";
import { FileDrop } from "./FileDrop.tsx";
import { FileImport } from "./FileImport.tsx";
import { SampleFile } from "./SampleFile.tsx";
import { useImport } from "./use-import.ts";

/** Conversions from a file: it is tried out first, then its good lines are imported. */
export function ImportPage() {
  const program = useProgramPage();
  usePageTitle("Import", program.name);
  const mayImport = useMay("correct");
  return (
    <Stack gap="md">
      <div>
        <Crumbs crumbs={[{ label: "All conversions", to: `/programs/${program.id}/conversions` }]} />
        <Title order={2} size="h4" mt={8}>
          Import conversions
        </Title>
      </div>
      {mayImport ? <Import program={program} /> : <Text>Your key may look at conversions, but not import any.</Text>}
    </Stack>
  );
}

function Import({ program }: { program: Program }) {
  const running = useImport(program.id);
  const { run } = running;
  const choice = useMutation({
    mutationFn: chooseFile,
    onSuccess: (file) => run.mutate({ file, dryRun: true }),
    onMutate: () => run.reset(),
  });
  useLeaveGuard(
    run.isPending && !run.variables.dryRun,
    "The import is not through. Leaving stops it; what was imported stays.",
  );
  return (
    <>
      <FileDrop onChoose={choice.mutate}>
        CSV with the names of the fields in its first line, or NDJSON with the body of one{" "}
        <code>POST /conversions</code> a line. Nothing is stored before you have seen what it comes to. Each line has
        its id, so a file may be imported again: nothing counts twice.
      </FileDrop>
      <SampleFile program={program} />
      <ErrorAlert error={choice.error} title="This file cannot be imported" />
      {choice.data && <FileImport program={program} file={choice.data} running={running} />}
    </>
  );
}
