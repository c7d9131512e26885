import type { Report, ReportFilter } from "@firstmatch/shared-types";
import { DaysChart } from "./DaysChart.tsx";
import { FigureTiles } from "./FigureTiles.tsx";
import { NeverFired } from "./NeverFired.tsx";
import { PartnersTable } from "./PartnersTable.tsx";
import { RulesTable } from "./RulesTable.tsx";

interface ReportViewProps {
  program: string;
  /** What it is about; where that is one partner, there are no partners to tell apart. */
  filter: ReportFilter;
  report: Report;
}

/** All parts of a report; each adds up to the same totals. */
export function ReportView({ program, filter, report }: ReportViewProps) {
  return (
    <>
      <FigureTiles program={program} filter={filter} figures={report.totals} currency={report.currency} />
      <DaysChart days={report.days} totals={report.totals} currency={report.currency} />
      <RulesTable program={program} filter={filter} report={report} />
      <NeverFired program={program} groups={report.neverFired} />
      {filter.partner === undefined && <PartnersTable program={program} days={filter} report={report} />}
    </>
  );
}
