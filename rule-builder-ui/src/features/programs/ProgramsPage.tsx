import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { Suspense } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRow, LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { part } from "../../components/part.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { usePrograms } from "./program-queries.ts";

const NewProgramDialog = part(async () => (await import("./NewProgramDialog.tsx")).NewProgramDialog);

export function ProgramsPage() {
  usePageTitle("Programs");
  const { items, error, isPending, more } = usePrograms();
  const [adding, dialog] = useDisclosure();
  const newProgram = useMay("publish") && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      New program
    </Button>
  );
  return (
    <>
      <PageHeading title="Programs" actions={items.length > 0 && newProgram} />
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No programs yet" action={newProgram}>
          A program is what partners promote. It holds the terms that say who is paid how much, and for what.
        </EmptyState>
      )}
      <LinkRows label="Programs">
        {items.map((program) => (
          <LinkRow key={program.id} to={`/programs/${program.id}`} title={program.name}>
            {program.currency} · {program.timezone}
          </LinkRow>
        ))}
      </LinkRows>
      <MoreButton more={more} />
      <Suspense>{adding && <NewProgramDialog onClose={dialog.close} />}</Suspense>
    </>
  );
}
