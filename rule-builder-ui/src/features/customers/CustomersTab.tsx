import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** Customers, and the partners that they are bound to. */
export function CustomersTab() {
  const program = useProgramPage();
  usePageTitle("Customers", program.name);
  return (
    <EmptyState title="Customers">
      A customer is bound to the partner of its first purchase that a lifetime payout paid.
    </EmptyState>
  );
}
