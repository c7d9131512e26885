import type { PayoutRun } from "@firstmatch/shared-types";
import { Badge, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCash } from "@tabler/icons-react";
import { Suspense } from "react";
import { shortDay } from "../../components/days.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { LinkRow, LinkRows, RowSkeletons } from "../../components/LinkRow.tsx";
import { Moment } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { part } from "../../components/part.ts";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { BonusSection } from "./BonusSection.tsx";
import { usePayoutRuns } from "./payout-run-queries.ts";
import { paidInWords } from "./payout-words.ts";

const NewPayoutRunDialog = part(async () => (await import("./NewPayoutRunDialog.tsx")).NewPayoutRunDialog);

/** The payout runs of a program, and the bonuses that the next one pays. */
export function PayoutsTab() {
  const program = useProgramPage();
  usePageTitle("Payouts", program.name);
  const { items, error, isPending, more } = usePayoutRuns(program.id);
  const mayPay = useMay("pay");
  const [adding, dialog] = useDisclosure();
  const add = mayPay && (
    <Button leftSection={<IconCash size={16} />} onClick={dialog.open}>
      New payout run
    </Button>
  );
  const none = !isPending && !error && items.length === 0;
  return (
    <>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons />}
      {none && (
        <EmptyState title="No payout runs yet" action={add}>
          A payout run pays each partner what has become payable, less what was taken back, and marks the conversions as
          paid. What it paid to whom stays to be read here, and comes as a file for the bank or the bookkeeping.
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <Group justify="space-between" gap="sm" mb="md">
            <Text size="sm" c="dimmed">
              Days and times in {program.timezone}.
            </Text>
            {add}
          </Group>
          <LinkRows label="Payout runs">
            {items.map((run) => (
              <LinkRow key={run.id} to={run.id} title={titleOf(run)} marks={<PayoutRunMark run={run} />}>
                {run.status === "finished" && `${paidInWords(run)}. `}Started by {run.startedBy},{" "}
                <Moment at={run.startedAt} timezone={program.timezone} />
              </LinkRow>
            ))}
          </LinkRows>
          <MoreButton more={more} />
        </>
      )}
      {program.tiers === "whole-month" && <BonusSection program={program} />}
      <Suspense>{adding && <NewPayoutRunDialog program={program} onClose={dialog.close} />}</Suspense>
    </>
  );
}

/** "Until Oct 31, 2026" */
export const titleOf = ({ until }: PayoutRun): string => `Until ${shortDay(until)}, ${until.slice(0, 4)}`;

export const PayoutRunMark = ({ run: { status } }: { run: PayoutRun }) =>
  status === "running" ? <Badge>Running</Badge> : <Badge color="green">Finished</Badge>;
