import { factOf } from "@firstmatch/shared-types";
import { useEffect, useRef, useState } from "react";
import { LazySelect } from "../../components/LazySelect.tsx";
import { factChoices, factLabel } from "./fact-choices.ts";

interface FactSelectProps {
  label: string;
  fact: string;
  onChange: (fact: string) => void;
  error: string | undefined;
}

/** The catalogue by section, searchable; whatever else is typed is offered as a parameter of one's own. */
export function FactSelect({ label, fact, onChange, error }: FactSelectProps) {
  const [search, setSearch] = useState(factLabel(fact));
  const help = factOf(fact)?.help;
  const field = useRef<HTMLInputElement>(null);
  const [begunBlank] = useState(fact === "");
  // A row that was just added is what somebody wants to fill next.
  useEffect(() => {
    if (begunBlank) field.current?.focus();
  }, [begunBlank]);
  return (
    <LazySelect
      ref={field}
      aria-label={label}
      placeholder="Choose a fact"
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      data={factChoices(fact, search)}
      value={fact || null}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage="No such fact"
      error={error}
      {...(help !== undefined && { title: help })}
    />
  );
}
