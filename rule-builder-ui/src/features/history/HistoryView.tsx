import type { HistoryFilter } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useAllPrograms } from "../programs/program-queries.ts";
import { addressOfChosen, chosenInAddress, filterOf, isTurnedRound } from "./chosen-filter.ts";
import { HistoryFilters } from "./HistoryFilters.tsx";
import { HistoryList } from "./HistoryList.tsx";
import { usePeople } from "./use-people.ts";

interface HistoryViewProps {
  /** What it is about: a program, a partner. */
  about: HistoryFilter;
  /** Of days and times; the reader's own, unless it is said. */
  timezone?: string;
}

const OWN_TIMEZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A list of changes with its filters, which stand in the address, so that it can be sent to a colleague. */
export function HistoryView({ about, timezone: fixedZone }: HistoryViewProps) {
  const timezone = fixedZone ?? OWN_TIMEZONE;
  const [parameters, setParameters] = useSearchParams();
  const chosen = chosenInAddress(parameters);
  const { data: programs } = useAllPrograms();
  const filter = filterOf(chosen, about, timezone);
  const people = usePeople(filter);
  const isFiltered = Object.keys(chosen).length > 0;
  return (
    <>
      <HistoryFilters
        chosen={chosen}
        fixed={about}
        people={people}
        programs={programs ?? []}
        onChange={(next) => setParameters(addressOfChosen(next), { replace: true })}
      />
      <Text size="sm" c="dimmed" mb="sm">
        {fixedZone === undefined ? `Times are your own (${timezone}).` : `Times in ${timezone}.`}
      </Text>
      {isTurnedRound(chosen) ? (
        <Text c="dimmed">The last day is before the first one.</Text>
      ) : (
        <HistoryList
          filter={filter}
          timezone={timezone}
          programs={filter.program === undefined ? programs : undefined}
          none={isFiltered ? "No change is found by all of this together." : "Nothing was changed yet."}
        />
      )}
    </>
  );
}
