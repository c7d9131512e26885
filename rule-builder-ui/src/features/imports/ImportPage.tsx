import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** Conversions from a file. */
export function ImportPage() {
  const program = useProgramPage();
  usePageTitle("Import", program.name);
  return <EmptyState title="Import">Conversions come from POST /conversions.</EmptyState>;
}
