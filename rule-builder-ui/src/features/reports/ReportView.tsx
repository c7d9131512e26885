import type { Report } from "@firstmatch/shared-types";
import { DaysChart } from "./DaysChart.tsx";
import { FigureTiles } from "./FigureTiles.tsx";
import { NeverFired } from "./NeverFired.tsx";
import { PartnersTable } from "./PartnersTable.tsx";
import type { Days } from "./period.ts";
import { RulesTable } from "./RulesTable.tsx";

interface ReportViewProps {
  program: string;
  days: Days;
  report: Report;
  /** Whose report it is; then it has no partners to tell apart, and says nothing of groups that are for others. */
  partner: string | undefined;
}

/** All parts of a report; each adds up to the same totals. */
export function ReportView({ program, days, report, partner }: ReportViewProps) {
  return (
    <>
      <FigureTiles figures={report.totals} currency={report.currency} />
      <DaysChart report={report} />
      <RulesTable program={program} report={report} />
      {partner === undefined && <NeverFired program={program} groups={report.neverFired} />}
      {partner === undefined && <PartnersTable program={program} days={days} report={report} />}
    </>
  );
}
