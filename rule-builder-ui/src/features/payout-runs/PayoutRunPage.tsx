import { formatAmount, type PayoutRun, type Program } from "@firstmatch/shared-types";
import { Button, Group, Skeleton, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useParams } from "react-router";
import { payoutLinesCsv } from "../../api/payout-runs.ts";
import { Crumbs } from "../../components/Crumbs.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { ErrorPage } from "../../components/ErrorPage.tsx";
import { shownMoment } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { PageHeading } from "../../components/PageHeading.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { PayoutLines } from "./PayoutLines.tsx";
import { PayoutRunMark, titleOf } from "./PayoutsTab.tsx";
import { usePayoutLines, usePayoutRun } from "./payout-run-queries.ts";
import { paidInWords } from "./payout-words.ts";

/** What one payout run paid, per partner; whoever comes while it runs sees it end. */
export function PayoutRunPage() {
  const program = useProgramPage();
  const { run: id = "" } = useParams();
  const { data: run, error } = usePayoutRun(program.id, id);
  usePageTitle(run === undefined ? "Payout run" : titleOf(run), "Payouts", program.name);
  if (run === undefined && error) return <ErrorPage error={error} />;
  if (run === undefined) return <Skeleton height={160} radius={12} />;
  const running = run.status === "running";
  return (
    <>
      <PageHeading
        crumbs={<Crumbs crumbs={[{ label: "All payout runs", to: `/programs/${program.id}/payouts` }]} />}
        title={titleOf(run)}
        marks={<PayoutRunMark run={run} />}
        actions={
          !running && (
            <Button
              component="a"
              href={payoutLinesCsv(program.id, id)}
              download
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              CSV
            </Button>
          )
        }
      >
        <Text size="sm" c="dimmed">
          Started by {run.startedBy}, {shownMoment(run.startedAt, program.timezone)}.
        </Text>
      </PageHeading>
      <ErrorAlert error={error} />
      <Text role="status" mb="md">
        {running ? "It is being worked off; what it pays is settled already." : `${paidInWords(run)}.`}
      </Text>
      {!running && <Lines program={program} run={run} />}
    </>
  );
}

function Lines({ program, run: { id, currency, partners, payout } }: { program: Program; run: PayoutRun }) {
  const { items, error, isPending, more } = usePayoutLines(program.id, id);
  if (isPending) return <Skeleton height={160} radius={12} />;
  return (
    <>
      <ErrorAlert error={error} />
      {items.length > 0 && <PayoutLines label="Paid" lines={items} currency={currency} />}
      {partners > items.length && (
        <Text size="sm" c="dimmed" mt="sm">
          {items.length.toLocaleString("en")} of {partners.toLocaleString("en")} partners; in all{" "}
          {formatAmount(payout, currency)}.
        </Text>
      )}
      <Group>
        <MoreButton more={more} />
      </Group>
    </>
  );
}
