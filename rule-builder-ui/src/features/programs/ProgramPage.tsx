import { Button, Skeleton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useParams } from "react-router";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { NewTermsDialog } from "../terms/NewTermsDialog.tsx";
import { TermsList } from "../terms/TermsList.tsx";
import { useProgram } from "./program-queries.ts";
import { RenameProgramDialog } from "./RenameProgramDialog.tsx";

export function ProgramPage() {
  const { program: id = "" } = useParams();
  const { data: program, error } = useProgram(id);
  const [renaming, renameDialog] = useDisclosure();
  /** The terms that the new ones are copied from; none for empty ones. */
  const [adding, setAdding] = useState<{ copyOf?: string }>();
  usePageTitle(program?.name);
  if (program === undefined) return error ? <ErrorPage error={error} /> : <Skeleton height={36} width={280} />;
  const newTerms = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding({})}>
      New terms
    </Button>
  );
  return (
    <>
      <PageHeading
        crumbs={<Crumbs crumbs={[{ label: "Programs", to: "/" }]} />}
        title={program.name}
        actions={
          <>
            <Button variant="default" onClick={renameDialog.open}>
              Rename
            </Button>
            {newTerms}
          </>
        }
      >
        <p style={{ margin: 0, color: "var(--mantine-color-dimmed)", fontSize: 14 }}>
          <code>{program.id}</code> · {program.currency} · {program.timezone}
        </p>
      </PageHeading>
      <TermsList program={program} onCopy={(copyOf) => setAdding({ copyOf })} empty={newTerms} />
      {renaming && <RenameProgramDialog program={program} onClose={renameDialog.close} />}
      {adding && <NewTermsDialog program={program} {...adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}
