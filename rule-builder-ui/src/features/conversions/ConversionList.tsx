import type { ConversionFilter, Program } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { type ReactNode, Suspense } from "react";
import type { NavigateOptions } from "react-router";
import { conversionsCsv } from "../../api/conversions.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { part } from "../../components/part.ts";
import { useAddress } from "../../components/use-address.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { ConversionFilters } from "./ConversionFilters.tsx";
import { ConversionTable } from "./ConversionTable.tsx";
import {
  filterInAddress,
  isFiltered,
  NEWEST_FIRST,
  NO_FILTER,
  pressed,
  type SortColumn,
  sortInAddress,
} from "./conversion-filter.ts";
import { useConversions } from "./conversion-queries.ts";

const ConversionDrawer = part(async () => (await import("./ConversionDrawer.tsx")).ConversionDrawer);

/** In the address: which conversion is open. */
export const OPENED = "conversion";

interface ConversionListProps {
  program: Program;
  /** What the page is about anyway. */
  fixed?: ConversionFilter;
  /** Above the filters. */
  head?: ReactNode;
  /** In place of everything, where nothing was ever recorded. */
  empty: ReactNode;
}

/** The conversions of a program, found by the filter in the address; the one that is open stands beside them. */
export function ConversionList({ program, fixed = {}, head, empty }: ConversionListProps) {
  const [parameters, setAddress] = useAddress();
  const filter = { ...filterInAddress(parameters), ...fixed };
  const sort = sortInAddress(parameters);
  const filtered = isFiltered(filter, fixed);
  const { items, error, isPending, isOld, more } = useConversions(program.id, filter, sort);
  const nothing = !isPending && !error && items.length === 0;
  const opened = parameters.get(OPENED);

  const change = (part: Record<string, string | null>, options?: NavigateOptions) =>
    setAddress((now) => withFilter(now, part), { preventScrollReset: true, ...options });
  // By the address, not by what is drawn: pressed twice, it turns round, however late it is drawn.
  const sortBy = (by: SortColumn) =>
    setAddress(
      (now) => {
        const wanted = pressed(by, sortInAddress(now));
        return withFilter(now, { sort: wanted === NEWEST_FIRST ? null : wanted });
      },
      { preventScrollReset: true, replace: true },
    );
  const clear = () => change(NO_FILTER, { replace: true });
  if (nothing && !filtered) return <>{empty}</>;
  return (
    <>
      {head}
      <Group align="flex-start" gap={10} mb="md">
        <ConversionFilters
          program={program}
          filter={filter}
          fixed={fixed}
          onChange={(part) => change(part, { replace: true })}
          onClear={clear}
        />
        <Button
          variant="default"
          component="a"
          href={conversionsCsv(program.id, filter, sort)}
          download
          mt={{ base: 0, xs: 25 }}
          leftSection={<IconDownload size={16} />}
        >
          CSV
        </Button>
      </Group>
      {/* Days that are the wrong way round are said beside them. */}
      <ErrorAlert error={error} shownAt={["/from", "/until"]} />
      {isPending && <RowSkeletons count={6} height={56} />}
      {nothing && (
        <EmptyState
          title="No conversions found"
          order={4}
          action={
            <Button variant="default" onClick={clear}>
              Show all conversions
            </Button>
          }
        >
          No conversion is found by all of this together. An id must be the whole one.
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <ConversionTable
            program={program}
            conversions={items}
            busy={isOld}
            withPartner={fixed.partner === undefined}
            sort={sort}
            onSort={sortBy}
            onOpen={(id) => change({ [OPENED]: id })}
          />
          <Text size="sm" c="dimmed" mt="sm">
            {items.length.toLocaleString("en")} shown. Times in {program.timezone}.
          </Text>
        </>
      )}
      <MoreButton more={more} />
      <Suspense>
        {opened && (
          <ConversionDrawer key={opened} program={program} id={opened} onClose={() => change({ [OPENED]: null })} />
        )}
      </Suspense>
    </>
  );
}
