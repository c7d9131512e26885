import { Alert } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useState } from "react";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useMay } from "../access/session.ts";
import { JoinProgram } from "./JoinProgram.tsx";
import { ProgramPayouts } from "./ProgramPayouts.tsx";
import { usePayoutSettings } from "./payout-settings-queries.ts";
import { usePartnerPage } from "./use-partner-page.ts";

/** What the partner is paid in each of its programs, and the way into one more. */
export function PayoutSettingsPage() {
  const partner = usePartnerPage();
  usePageTitle("Payout settings", partner.name);
  const { items, error, isPending, more } = usePayoutSettings(partner.id);
  const mayEdit = useMay("edit");
  /** The program that the partner was added to last. */
  const [joined, setJoined] = useState<string>();
  return (
    <>
      {partner.status === "inactive" && (
        <Alert color="orange" icon={<IconUserOff />} mb="md" title={`${partner.name} is inactive`}>
          Nothing that occurs now is paid, in any program. What is set here holds again once the partner is active.
        </Alert>
      )}
      {mayEdit && <JoinProgram partner={partner} onJoined={setJoined} />}
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={2} height={160} />}
      {!isPending && !error && items.length === 0 && (
        <EmptyState title="Not in any program yet">
          Where a program is open to everyone, events of this partner are paid by its default terms. Add it to a program
          to give it terms, promo codes and personal payouts of its own.
        </EmptyState>
      )}
      {items.map((settings) => (
        <ProgramPayouts
          key={settings.program.id}
          partner={partner}
          settings={settings}
          mayEdit={mayEdit}
          joined={settings.program.id === joined}
        />
      ))}
      <MoreButton more={more} />
    </>
  );
}
