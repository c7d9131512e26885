import { CONVERSION_STATES, type ConversionFilter, type Program } from "@firstmatch/shared-types";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { DayInput } from "../../components/DayInput.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { PartnerSelect } from "../partners/PartnerSelect.tsx";
import { useTermsList } from "../terms/terms-queries.ts";
import { isFiltered, isTurnedRound } from "./conversion-filter.ts";
import { STATES } from "./conversion-words.ts";
import { withChosen } from "./rule-choices.ts";
import { useRuleChoices } from "./use-rule-choices.ts";

interface ConversionFiltersProps {
  program: Program;
  filter: ConversionFilter;
  /** What the page is about anyway. */
  fixed: ConversionFilter;
  /** One part of it; null or "" for any. */
  onChange: (part: { [Key in keyof ConversionFilter]?: string | null }) => void;
  onClear: () => void;
}

const STATUSES = CONVERSION_STATES.map((state) => ({ value: state, label: STATES[state].word }));
/** Names of rules are longer than their field; as in every drop-down here, they are only drawn while it is open. */
const WIDE_OPTIONS = { keepMounted: false, width: 320, position: "bottom-start" } as const;
const HALF = "calc(50% - 5px)";

/** Everything that is set must hold. */
export function ConversionFilters({ program, filter, fixed, onChange, onClear }: ConversionFiltersProps) {
  const { items: terms } = useTermsList(program.id);
  const [wantsRules, setWantsRules] = useState(filter.rule !== undefined);
  const rules = useRuleChoices(program, filter, wantsRules);
  const eventTypes = new Map(terms.flatMap((each) => each.eventTypes.map(({ type, name }) => [type, name])));
  return (
    <Group role="search" aria-label="Conversions" gap={10} align="flex-start" flex={{ base: "1 1 100%", xs: "1" }}>
      <TypedFilter
        label="Id"
        placeholder="Order, click, …"
        width={{ base: "100%", xs: 168 }}
        icon
        value={filter.search ?? ""}
        onTyped={(search) => onChange({ search })}
      />
      <DayInput label="From" w={{ base: HALF, xs: 138 }} day={filter.from ?? ""} onDay={(from) => onChange({ from })} />
      <DayInput
        label="Until"
        w={{ base: HALF, xs: 138 }}
        day={filter.until ?? ""}
        error={isTurnedRound(filter) && "Is before the first day"}
        onDay={(until) => onChange({ until })}
      />
      {fixed.partner === undefined && (
        <PartnerSelect
          label="Partner"
          placeholder="Any"
          w={{ base: "100%", xs: 142 }}
          clearable
          value={filter.partner}
          onChange={(partner) => onChange({ partner: partner?.id ?? null })}
        />
      )}
      <LazySelect
        label="Status"
        placeholder="Any"
        w={{ base: HALF, xs: 128 }}
        clearable
        data={STATUSES}
        value={filter.state ?? null}
        onChange={(state) => onChange({ state })}
      />
      <LazySelect
        label="Event type"
        placeholder="Any"
        w={{ base: HALF, xs: 122 }}
        clearable
        data={withChosen(
          [...eventTypes].map(([value, label]) => ({ value, label })),
          filter.eventType,
        )}
        value={filter.eventType ?? null}
        onChange={(eventType) => onChange({ eventType })}
      />
      <LazySelect
        label="Rule"
        placeholder="Any"
        w={{ base: "100%", xs: 145 }}
        clearable
        searchable
        comboboxProps={WIDE_OPTIONS}
        onFocus={() => setWantsRules(true)}
        data={withChosen(rules, filter.rule)}
        value={filter.rule ?? null}
        onChange={(rule) => onChange({ rule })}
      />
      {isFiltered(filter, fixed) && (
        <Button variant="subtle" color="gray" mt={{ base: 0, xs: 25 }} onClick={onClear}>
          Clear
        </Button>
      )}
    </Group>
  );
}
