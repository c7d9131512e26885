import type { LifetimeLimits } from "@firstmatch/shared-types";
import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconUserPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { part } from "../../components/part.ts";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useAddress } from "../../components/use-address.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { PartnerSelect } from "../partners/PartnerSelect.tsx";
import { withFilter } from "../partners/partner-filter.ts";
import { lifetimeText } from "../programs/recording-words.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { CustomerTable } from "./CustomerTable.tsx";
import { useCustomers } from "./customer-queries.ts";

const ChangeCustomerDialog = part(async () => (await import("./ChangeCustomerDialog.tsx")).ChangeCustomerDialog);
const NewCustomerDialog = part(async () => (await import("./NewCustomerDialog.tsx")).NewCustomerDialog);

const limitsText = (limits: LifetimeLimits): string =>
  limits.months === null && limits.orders === null
    ? "Lifetime payouts last without a limit."
    : `Lifetime payouts end after ${lifetimeText(limits)}.`;

/** Customers, and the partners that lifetime payouts bound them to. */
export function CustomersTab() {
  const program = useProgramPage();
  usePageTitle("Customers", program.name);
  const [parameters, setAddress] = useAddress();
  const [search, partner] = ["search", "partner"].map((key) => parameters.get(key)?.trim() || undefined);
  const filtered = search !== undefined || partner !== undefined;
  const { items, error, isPending, isOld, more } = useCustomers(program.id, {
    ...(search !== undefined && { search }),
    ...(partner !== undefined && { partner }),
  });
  const mayChange = useMay("correct");
  const [changing, setChanging] = useState<string>();
  const [adding, dialog] = useDisclosure();
  const changed = items.find(({ id }) => id === changing);
  const nobody = !isPending && !error && items.length === 0;
  const find = (part: Record<string, string | null>) =>
    setAddress((now) => withFilter(now, part), { preventScrollReset: true, replace: true });
  const bind = mayChange && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={dialog.open}>
      Bind a customer
    </Button>
  );
  return (
    <>
      {(!nobody || filtered) && (
        <>
          <Group justify="space-between" align="flex-end" gap="sm" mb="xs">
            <Group role="search" aria-label="Customers" gap="sm" align="flex-end">
              <TypedFilter
                label="Search"
                placeholder="What the id begins with"
                width={{ base: "100%", xs: 230 }}
                icon
                value={search ?? ""}
                onTyped={(typed) => find({ search: typed })}
              />
              <PartnerSelect
                label="Partner"
                placeholder="Any"
                w={{ base: "100%", xs: 230 }}
                clearable
                value={partner}
                onChange={(chosen) => find({ partner: chosen?.id ?? null })}
              />
            </Group>
            {bind}
          </Group>
          <Text size="sm" c="dimmed" mb="md">
            {limitsText(program.lifetime)} Days are those of {program.timezone}.
          </Text>
        </>
      )}
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={6} height={48} />}
      {nobody && !filtered && (
        <EmptyState title="No customers yet" action={bind}>
          The first purchase that a payout of the model “lifetime” pays binds its customer to the partner: later
          purchases are that partner's too, with no click or code needed. Choose the model in a default payout or a
          group, and send customerId with each purchase.
        </EmptyState>
      )}
      {nobody && filtered && (
        <EmptyState
          title="Nobody found"
          order={4}
          action={
            <Button variant="default" onClick={() => find({ search: null, partner: null })}>
              Show all customers
            </Button>
          }
        >
          No customer's id begins with that. Capital letters count.
        </EmptyState>
      )}
      {items.length > 0 && (
        <CustomerTable
          program={program}
          customers={items}
          busy={isOld}
          onChange={mayChange ? setChanging : undefined}
        />
      )}
      <MoreButton more={more} />
      <Suspense>
        {changed && (
          <ChangeCustomerDialog
            key={changed.id}
            program={program}
            customer={changed}
            onClose={() => setChanging(undefined)}
          />
        )}
        {adding && <NewCustomerDialog program={program} onClose={dialog.close} />}
      </Suspense>
    </>
  );
}
