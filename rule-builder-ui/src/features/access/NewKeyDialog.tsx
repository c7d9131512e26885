import type { IssuedKey, Role } from "@firstmatch/shared-types";
import { Alert, Input, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { faultsIn } from "../../api/problem-error.ts";
import { ChoiceList } from "../../components/ChoiceList.tsx";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { useKeyWrites } from "./key-queries.ts";
import { PartnerField } from "./PartnerField.tsx";
import { ROLE_NAMES, ROLE_ORDER, roleWords } from "./role-words.ts";
import { useSession } from "./session.ts";

interface NewKeyDialogProps {
  onClose: () => void;
  onIssued: (issued: IssuedKey) => void;
}

export function NewKeyDialog({ onClose, onIssued }: NewKeyDialogProps) {
  const off = useSession().signIn === "off";
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>(off ? "admin" : "viewer");
  const [partner, setPartner] = useState<string>();
  const { create } = useKeyWrites();
  const faults = faultsIn(create.error);
  const isPartner = role === "partner";
  return (
    <FormDialog
      title="New key"
      submit="Make key"
      size="lg"
      onClose={onClose}
      entered={[name, role, partner]}
      onSubmit={() =>
        create.mutate({ name, role, ...(isPartner && partner !== undefined && { partner }) }, { onSuccess: onIssued })
      }
      busy={create.isPending}
      disabled={isPartner && partner === undefined}
      error={create.error}
      shownAt={["/name", ...(isPartner ? ["/partner"] : [])]}
    >
      <TextInput
        label="Name"
        description="Who or what it is for; the history names it with every change"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(faults, "/name")}
      />
      <div>
        <Input.Label component="div" mb={6}>
          Role
        </Input.Label>
        <ChoiceList
          label="Role"
          choices={ROLE_ORDER.map((value) => ({ value, label: ROLE_NAMES[value], hint: roleWords(value) }))}
          value={role}
          onChange={setRole}
        />
      </div>
      {isPartner && (
        <PartnerField
          value={partner}
          onChange={(id, itsName) => {
            setPartner(id);
            if (name === "") setName(itsName);
          }}
          error={faultAt(faults, "/partner")}
        />
      )}
      {off && role === "admin" && (
        <Alert color="cobalt" title="This switches sign-in on">
          From then on everybody needs a key, people and services alike; services that ask /evaluate too. You are signed
          in with the new key at once.
        </Alert>
      )}
      {off && role !== "admin" && (
        <Text size="sm" c="dimmed">
          Nobody is asked for a key before there is one of an admin.
        </Text>
      )}
    </FormDialog>
  );
}
