import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listPartners } from "../../api/partners.ts";

interface PartnerFieldProps {
  value: string | undefined;
  onChange: (partner: string, name: string) => void;
  error?: string | undefined;
}

/** Chooses one of the partners that are stored; searched by the service, since there may be tens of thousands. */
export function PartnerField({ value, onChange, error }: PartnerFieldProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  // What the field shows of the chosen one is no search.
  const [search] = useDebouncedValue(typed === chosen?.label ? "" : typed.trim(), 200);
  const found = useQuery({
    queryKey: ["partners", "choice", search],
    queryFn: () => listPartners({ search }),
    placeholderData: keepPreviousData,
  });
  const choices = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: `${name} (${id})`, name }));
  const isAmong = choices.some((choice) => choice.value === chosen?.value);
  return (
    <Select
      label="Partner"
      description="Whose own things the key shows, and nobody else's"
      placeholder="Name or id"
      required
      searchable
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      // What fits was found by the service, by more than the name.
      filter={({ options }) => options}
      data={chosen === undefined || isAmong ? choices : [chosen, ...choices]}
      nothingFoundMessage={found.isPending ? "Looking…" : "No partner is found by that"}
      value={value ?? null}
      onChange={(id) => {
        const choice = choices.find((each) => each.value === id);
        if (choice === undefined) return;
        setChosen(choice);
        onChange(choice.value, choice.name);
      }}
      error={error ?? found.error?.message}
    />
  );
}
