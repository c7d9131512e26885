import { EmptyState } from "../../components/EmptyState.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";

/** What the conversions of some days came to. */
export function ReportTab() {
  const program = useProgramPage();
  usePageTitle("Report", program.name);
  return <EmptyState title="Report">What a program’s conversions came to.</EmptyState>;
}
