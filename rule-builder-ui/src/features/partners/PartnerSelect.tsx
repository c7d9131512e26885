import type { SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listPartners } from "../../api/partners.ts";
import { LazySelect } from "../../components/LazySelect.tsx";
import { usePartner } from "./partner-queries.ts";

interface PartnerSelectProps
  extends Pick<
    SelectProps,
    "label" | "description" | "inputWrapperOrder" | "placeholder" | "required" | "clearable" | "w"
  > {
  value: string | undefined;
  /** Null once nobody is chosen any more. */
  onChange: (partner: { id: string; name: string } | null) => void;
  error?: string | undefined;
}

/** Chooses one of the partners that are stored; searched by the service, since there may be tens of thousands. */
export function PartnerSelect({ value, onChange, error, ...props }: PartnerSelectProps) {
  const [typed, setTyped] = useState("");
  const [wanted, setWanted] = useState(false);
  const [picked, setPicked] = useState<{ value: string; label: string }>();
  // One that was chosen elsewhere, in the address say, is only known by its id.
  const { data: known } = usePartner(value !== undefined && picked?.value !== value ? value : undefined);
  const chosen =
    value === undefined
      ? undefined
      : picked?.value === value
        ? picked
        : { value, label: known === undefined ? value : labelOf(known) };
  // What the field shows of the chosen one is no search.
  const [search] = useDebouncedValue(typed === chosen?.label ? "" : typed.trim(), 200);
  const found = useQuery({
    queryKey: ["partners", "choice", search],
    queryFn: () => listPartners({ search }),
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
  const choices = (found.data?.items ?? []).map((partner) => ({ value: partner.id, label: labelOf(partner), partner }));
  const isAmong = choices.some((choice) => choice.value === chosen?.value);
  return (
    <LazySelect
      {...props}
      searchable
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={setTyped}
      onFocus={() => setWanted(true)}
      // What fits was found by the service, by more than the name.
      filter={({ options }) => options}
      data={chosen === undefined || isAmong ? choices : [chosen, ...choices]}
      nothingFoundMessage={found.isPending ? "Looking…" : "No partner is found by that"}
      value={value ?? null}
      onChange={(id) => {
        if (id === null) return onChange(null);
        const choice = choices.find((each) => each.value === id);
        if (choice === undefined) return;
        setPicked({ value: choice.value, label: choice.label });
        onChange(choice.partner);
      }}
      error={error ?? found.error?.message}
    />
  );
}

const labelOf = ({ id, name }: { id: string; name: string }): string => `${name} (${id})`;
