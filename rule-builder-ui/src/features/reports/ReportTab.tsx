import { usePageTitle } from "../../components/use-page-title.ts";
import { useProgramPage } from "../programs/use-program-page.ts";
import { ProgramReport } from "./ProgramReport.tsx";

/** What the conversions of some days came to. */
export function ReportTab() {
  const program = useProgramPage();
  usePageTitle("Report", program.name);
  return <ProgramReport program={program} />;
}
