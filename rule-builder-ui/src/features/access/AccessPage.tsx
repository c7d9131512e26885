import type { IssuedKey, Key } from "@firstmatch/shared-types";
import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { KeyRow } from "./KeyRow.tsx";
import { useKeys } from "./key-queries.ts";
import { NewKeyDialog } from "./NewKeyDialog.tsx";
import { RenameKeyDialog } from "./RenameKeyDialog.tsx";
import { SecretDialog } from "./SecretDialog.tsx";
import { useMay } from "./session.ts";

/** Who may do what: the keys of people and services. */
export function AccessPage() {
  usePageTitle("Access");
  if (useMay("administer")) return <Keys />;
  return (
    <EmptyState order={1} title="Only an admin gives keys">
      Ask whoever looks after Firstmatch for a key, or for one with another role.
    </EmptyState>
  );
}

function Keys() {
  const { items, error, isPending, more } = useKeys();
  const [adding, setAdding] = useState(false);
  const [renaming, setRenaming] = useState<Key>();
  const [issued, setIssued] = useState<IssuedKey>();
  const newKey = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New key
    </Button>
  );
  const show = (key: IssuedKey) => {
    setAdding(false);
    setIssued(key);
  };
  return (
    <>
      <PageHeading title="Access" actions={items.length > 0 && newKey}>
        <Text c="dimmed" size="sm">
          Every person and every service has a key of its own. Its role says what it may do; the history names it.
        </Text>
      </PageHeading>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No keys yet" action={newKey}>
          As long as there is no admin key, anyone on this machine may change everything. The first one switches sign-in
          on.
        </EmptyState>
      )}
      <LinkRows label="Keys">
        {items.map((key) => (
          <KeyRow key={key.id} of={key} onIssued={show} onRename={() => setRenaming(key)} />
        ))}
      </LinkRows>
      <MoreButton more={more} />
      {adding && <NewKeyDialog onClose={() => setAdding(false)} onIssued={show} />}
      {renaming && <RenameKeyDialog of={renaming} onClose={() => setRenaming(undefined)} />}
      {issued && <SecretDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </>
  );
}
