import { CONVERSION_STATES, type OwnConversionFilter, type OwnProgram } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { ownConversionsCsv } from "../../api/own.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LazySelect } from "../../components/LazySelect.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useAddress } from "../../components/use-address.ts";
import { STATES } from "../conversions/conversion-words.ts";
import { withFilter } from "../partners/partner-filter.ts";
import type { Days } from "../reports/period.ts";
import { OwnConversionTable } from "./OwnConversionTable.tsx";
import { useOwnConversions } from "./own-queries.ts";

const STATUSES = CONVERSION_STATES.map((state) => ({ value: state, label: STATES[state].word }));

interface OwnConversionListProps {
  own: OwnProgram;
  days: Days;
}

/** A partner's conversions of a period, the newest first; status and id stand in the address, as the period does. */
export function OwnConversionList({ own, days }: OwnConversionListProps) {
  const { id, timezone } = own.program;
  const [parameters, setAddress] = useAddress();
  const state = CONVERSION_STATES.find((known) => known === parameters.get("state"));
  const search = parameters.get("search")?.trim();
  const filter: OwnConversionFilter = {
    ...days,
    ...(state && { state }),
    ...(search && { search }),
    sort: "-occurredAt",
  };
  const { items, error, isPending, isOld, more } = useOwnConversions(id, filter);
  const change = (part: Record<string, string | null>) =>
    setAddress((now) => withFilter(now, part), { replace: true, preventScrollReset: true });
  return (
    <div>
      <Group role="search" aria-label="Your conversions" gap="sm" align="flex-end" mb="sm">
        <LazySelect
          label="Status"
          placeholder="Any"
          w={{ base: "calc(50% - 6px)", xs: 140 }}
          clearable
          data={STATUSES}
          value={state ?? null}
          onChange={(wanted) => change({ state: wanted })}
        />
        <TypedFilter
          label="Order"
          placeholder="Its whole id"
          width={{ base: "calc(50% - 6px)", xs: 190 }}
          value={search ?? ""}
          onTyped={(typed) => change({ search: typed })}
        />
        <Button
          component="a"
          href={ownConversionsCsv(id, filter)}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          Download CSV
        </Button>
      </Group>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={3} height={52} />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="No conversions here" order={4}>
          {state || search
            ? "Of these days, none is found by all of this together."
            : "Nothing of yours was recorded that occurred in these days."}
        </EmptyState>
      )}
      {items.length > 0 && <OwnConversionTable own={own} conversions={items} busy={isOld} />}
      {items.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {items.length.toLocaleString("en")} shown. Times in {timezone}.
        </Text>
      )}
      <MoreButton more={more} />
    </div>
  );
}
