import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** One payout run. */
export function PayoutRunPage() {
  const program = useProgramPage();
  usePageTitle("Payout run", program.name);
  return <EmptyState title="Payout run">What one payout run paid, per partner.</EmptyState>;
}
