import { CURRENCIES } from "@firstmatch/shared-types";
import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { faultsIn } from "../../api/problem-error.ts";
import { createProgram } from "../../api/programs.ts";
import { FormDialog } from "../../components/FormDialog.tsx";
import { faultAt } from "../../components/faults-at.ts";
import { slugOf } from "../../components/free-id.ts";
import { TIME_ZONES } from "../../components/time-zones.ts";

export function NewProgramDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [ownId, setOwnId] = useState<string>();
  const [currency, setCurrency] = useState("USD");
  const [timezone, setTimezone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const id = ownId ?? slugOf(name);
  const navigate = useNavigate();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: () => createProgram({ id, name, currency, timezone }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["programs"] });
      navigate(`/programs/${id}`);
    },
  });
  const faults = faultsIn(create.error);
  return (
    <FormDialog
      title="New program"
      submit="Create program"
      onClose={onClose}
      entered={[name, id, currency, timezone]}
      onSubmit={() => create.mutate()}
      busy={create.isPending}
      error={create.error}
      shownAt={["/name", "/id", "/currency", "/timezone"]}
    >
      <TextInput
        label="Name"
        data-autofocus
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={faultAt(faults, "/name")}
      />
      <TextInput
        label="Id"
        description="Part of the address; callers of /evaluate name the program by it"
        required
        value={id}
        onChange={(event) => setOwnId(event.currentTarget.value)}
        error={faultAt(faults, "/id")}
      />
      <Select
        label="Currency"
        searchable
        allowDeselect={false}
        data={CURRENCIES}
        value={currency}
        onChange={(code) => code && setCurrency(code)}
        error={faultAt(faults, "/currency")}
      />
      <Select
        label="Time zone"
        description="Days and hours in criteria are those of this zone"
        searchable
        allowDeselect={false}
        limit={100}
        data={TIME_ZONES}
        value={timezone}
        onChange={(zone) => zone && setTimezone(zone)}
        error={faultAt(faults, "/timezone")}
      />
    </FormDialog>
  );
}
