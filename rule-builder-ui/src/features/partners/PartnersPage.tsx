import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import type { NavigateOptions } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { part } from "../../components/part.ts";
import { useAddress } from "../../components/use-address.ts";
import { useLatest } from "../../components/use-latest.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { isNobody, NOBODY, selectionOf, type Ticked } from "../members/selection.ts";
import { PartnerFilters } from "./PartnerFilters.tsx";
import { PartnerSelectionBar } from "./PartnerSelectionBar.tsx";
import { PartnerTable } from "./PartnerTable.tsx";
import { filterInAddress, isFiltered, namesForJoining, withFilter } from "./partner-filter.ts";
import { usePartners } from "./partner-queries.ts";

const AddToProgramDialog = part(async () => (await import("./AddToProgramDialog.tsx")).AddToProgramDialog);
const NewPartnerDialog = part(async () => (await import("./NewPartnerDialog.tsx")).NewPartnerDialog);

export function PartnersPage() {
  usePageTitle("Partners");
  const [parameters, setAddress] = useAddress();
  const filter = filterInAddress(parameters);
  const { items, error, isPending, isOld, more } = usePartners(filter);
  const [adding, dialog] = useDisclosure();
  const [ticked, setTicked] = useState<Ticked>(NOBODY);
  const [joining, joinDialog] = useDisclosure();
  const mayEdit = useMay("edit");
  const filtered = isFiltered(filter);
  /** The list counts nobody whom it has not shown. */
  const total = more || isPending ? undefined : items.length;
  const nobody = !isPending && !error && items.length === 0;
  const newPartner = mayEdit && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      New partner
    </Button>
  );
  const change = (changed: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => {
    // "All that are found" is meant for this filter only.
    if (ticked.all) setTicked(NOBODY);
    setAddress(changed, { preventScrollReset: true, ...options });
  };
  const find = (part: Record<string, string | null>) => change((now) => withFilter(now, part), { replace: true });
  const clear = () => change(() => new URLSearchParams());
  const onTag = useLatest((tag: string) => change((now) => withFilter(now, { tag })));
  return (
    <>
      <PageHeading title="Partners" actions={(!nobody || filtered) && newPartner} />
      {(!nobody || filtered) && <PartnerFilters filter={filter} onChange={find} onClear={clear} />}
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={6} height={56} />}
      {nobody && !filtered && (
        <EmptyState title="No partners yet" action={newPartner}>
          A partner is whoever is paid: an affiliate, a publisher, a creator. Once it has joined a program, its terms
          and personal payouts decide what it gets.
        </EmptyState>
      )}
      {nobody && filtered && (
        <EmptyState
          title="Nobody found"
          order={4}
          action={
            <Button variant="default" onClick={clear}>
              Show all partners
            </Button>
          }
        >
          No partner is found by all of this together. The search looks at names, ids and e-mail addresses.
        </EmptyState>
      )}
      {items.length > 0 && (
        <PartnerTable
          partners={items}
          busy={isOld}
          onTag={onTag}
          ticked={mayEdit ? ticked : undefined}
          onTicked={setTicked}
        />
      )}
      <MoreButton more={more} />
      {!isNobody(ticked) && (
        <PartnerSelectionBar
          ticked={ticked}
          shown={items.map(({ id }) => id)}
          total={total}
          onAll={more && namesForJoining(filter) ? () => setTicked({ all: true }) : undefined}
          onClear={() => setTicked(NOBODY)}
          onAdd={joinDialog.open}
        />
      )}
      <Suspense>
        {joining && (
          <AddToProgramDialog
            selection={selectionOf(ticked, { search: filter.search, tag: filter.tag })}
            who={ticked.all ? allInWords(total) : partnersInWords(ticked.partners.size)}
            onClose={joinDialog.close}
          />
        )}
        {adding && <NewPartnerDialog onClose={dialog.close} />}
      </Suspense>
    </>
  );
}

const partnersInWords = (count: number): string =>
  count === 1 ? "1 partner" : `${count.toLocaleString("en")} partners`;

const allInWords = (total: number | undefined): string =>
  total === undefined ? "all that are found" : `all ${partnersInWords(total)} that are found`;
