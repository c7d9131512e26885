import type { Report, ReportFilter } from "@firstmatch/shared-types";
import { DaysChart } from "./DaysChart.tsx";
import { FigureTiles } from "./FigureTiles.tsx";
import { NeverFired } from "./NeverFired.tsx";
import { PartnersTable } from "./PartnersTable.tsx";
import { RulesTable } from "./RulesTable.tsx";

interface ReportViewProps {
  program: string;
  /** One that names a partner has no partners to tell apart, and says nothing of groups that are for others. */
  filter: ReportFilter;
  report: Report;
}

/** All parts of a report; each adds up to the same totals. */
export function ReportView({ program, filter, report }: ReportViewProps) {
  return (
    <>
      <FigureTiles program={program} filter={filter} figures={report.totals} currency={report.currency} />
      <DaysChart report={report} />
      <RulesTable program={program} filter={filter} report={report} />
      {filter.partner === undefined && <NeverFired program={program} groups={report.neverFired} />}
      {filter.partner === undefined && <PartnersTable program={program} days={filter} report={report} />}
    </>
  );
}
