import { Button, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { UsedUp } from "../caps/UsedUp.tsx";
import { NewTermsDialog } from "../terms/NewTermsDialog.tsx";
import { TermsList } from "../terms/TermsList.tsx";
import { useProgramPage } from "./use-program-page.ts";

/** The first tab of a program: the terms that say what it pays. */
export function ProgramTerms() {
  const program = useProgramPage();
  usePageTitle(program.name);
  /** The terms that the new ones are copied from; none for empty ones. */
  const [adding, setAdding] = useState<{ copyOf?: string }>();
  const newTerms = useMay("edit") && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding({})}>
      New terms
    </Button>
  );
  return (
    <>
      <UsedUp program={program} />
      <Group justify="flex-end" mb="md">
        {newTerms}
      </Group>
      <TermsList program={program} onCopy={(copyOf) => setAdding({ copyOf })} empty={newTerms} />
      {adding && <NewTermsDialog program={program} {...adding} onClose={() => setAdding(undefined)} />}
    </>
  );
}
