import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useCallback } from "react";
import { useSearchParams } from "react-router";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { PartnerFilters } from "./PartnerFilters.tsx";
import { PartnerTable } from "./PartnerTable.tsx";
import { addressOfFilter, filterInAddress, isFiltered } from "./partner-filter.ts";
import { usePartners } from "./partner-queries.ts";

const NewPartnerDialog = lazy(async () => ({ default: (await import("./NewPartnerDialog.tsx")).NewPartnerDialog }));

export function PartnersPage() {
  usePageTitle("Partners");
  const [parameters, setParameters] = useSearchParams();
  const filter = filterInAddress(parameters);
  const { items, error, isPending, isOld, more } = usePartners(filter);
  const [adding, dialog] = useDisclosure();
  const mayEdit = useMay("edit");
  const filtered = isFiltered(filter);
  const nobody = !isPending && !error && items.length === 0;
  const newPartner = mayEdit && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      New partner
    </Button>
  );
  const onTag = useCallback(
    (tag: string) => setParameters((now) => addressOfFilter({ ...filterInAddress(now), tag })),
    [setParameters],
  );
  const find = (next: typeof filter) => setParameters(addressOfFilter(next), { replace: true });
  return (
    <>
      <PageHeading title="Partners" actions={(!nobody || filtered) && newPartner} />
      {(!nobody || filtered) && <PartnerFilters filter={filter} onChange={find} />}
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
            <Button variant="default" onClick={() => find({})}>
              Show all partners
            </Button>
          }
        >
          No partner is found by all of this together. The search looks at names, ids and e-mail addresses.
        </EmptyState>
      )}
      {items.length > 0 && <PartnerTable partners={items} busy={isOld} onTag={onTag} />}
      <MoreButton more={more} />
      <Suspense>{adding && <NewPartnerDialog onClose={dialog.close} />}</Suspense>
    </>
  );
}
