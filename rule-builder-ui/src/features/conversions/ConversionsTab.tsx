import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** What was recorded in the program, each with its decision. */
export function ConversionsTab() {
  const program = useProgramPage();
  usePageTitle("Conversions", program.name);
  return (
    <EmptyState title="Conversions">
      A conversion is one event that was recorded and decided: POST /conversions records one.
    </EmptyState>
  );
}
