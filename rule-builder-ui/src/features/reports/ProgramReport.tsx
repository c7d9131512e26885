import type { Program, ReportFilter } from "@firstmatch/shared-types";
import { Button, Group, Skeleton } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { faultsIn } from "../../api/problem-error.ts";
import { reportCsvPath } from "../../api/reports.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import css from "./Report.module.css";
import { ReportView } from "./ReportView.tsx";
import { useReport } from "./report-queries.ts";
import { areDays, usePeriod } from "./use-period.ts";

interface ProgramReportProps {
  program: Pick<Program, "id" | "timezone">;
  /** Of this partner only. */
  partner?: string;
}

/** What the conversions of a period came to, in a program, or of one partner in it. */
export function ProgramReport({ program, partner }: ProgramReportProps) {
  const { period, days, choose } = usePeriod(program.timezone);
  const filter: ReportFilter | undefined = areDays(days) ? { ...days, ...(partner && { partner }) } : undefined;
  const { data: report, error, isPlaceholderData } = useReport(program.id, filter);
  return (
    <>
      <Group justify="space-between" align="flex-end" gap="sm" mb="md">
        <PeriodPicker
          period={period}
          days={days}
          timezone={program.timezone}
          faults={faultsIn(error)}
          onChoose={choose}
        />
        {filter && !error && (
          <Button
            component="a"
            href={reportCsvPath(program.id, filter)}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            Download CSV
          </Button>
        )}
      </Group>
      <ErrorAlert error={error} shownAt={period.choice === "other" ? ["/from", "/until"] : []} />
      {filter && !error && report === undefined && <ReportSkeleton />}
      {filter && !error && report !== undefined && (
        <div aria-busy={isPlaceholderData} className={css.report}>
          {isNothing(report.totals) ? (
            <EmptyState title="No conversions in these days">
              {partner === undefined
                ? "Nothing was recorded that occurred then. Choose other days, or look under Conversions for what came in."
                : "Nothing of this partner was recorded that occurred then. Choose other days."}
            </EmptyState>
          ) : (
            <ReportView program={program.id} filter={filter} report={report} />
          )}
        </div>
      )}
    </>
  );
}

const isNothing = ({
  conversions,
  rejected,
  kpi,
  reversed,
}: Record<"conversions" | "rejected" | "kpi" | "reversed", number>) => conversions + rejected + kpi + reversed === 0;

function ReportSkeleton() {
  return (
    <div role="status" aria-label="Loading" className={css.report}>
      <Skeleton height={92} radius="lg" />
      <Skeleton height={340} radius="lg" />
      <Skeleton height={220} radius="lg" />
    </div>
  );
}
