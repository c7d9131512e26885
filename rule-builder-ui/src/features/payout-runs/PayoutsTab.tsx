import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** The payout runs of a program. */
export function PayoutsTab() {
  const program = useProgramPage();
  usePageTitle("Payouts", program.name);
  return <EmptyState title="Payouts">A payout run pays what has become payable, per partner.</EmptyState>;
}
