import type { OwnProgram } from "@firstmatch/shared-types";
import { Skeleton } from "@mantine/core";
import { faultsIn } from "../../api/problem-error.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { PeriodPicker } from "../reports/PeriodPicker.tsx";
import { areDays, usePeriod } from "../reports/use-period.ts";
import { OwnConversionList } from "./OwnConversionList.tsx";
import css from "./OwnEarnings.module.css";
import { OwnFigures } from "./OwnFigures.tsx";
import { useOwnReport } from "./own-queries.ts";

/** What a partner's conversions of a period came to, day by day, and each of them. */
export function OwnConversions({ own }: { own: OwnProgram }) {
  const { id, timezone } = own.program;
  const { period, days, choose } = usePeriod(timezone);
  const chosen = areDays(days) ? days : undefined;
  const { data, error, isPlaceholderData } = useOwnReport(id, chosen);
  return (
    <div className={css.opened}>
      <PeriodPicker period={period} days={days} timezone={timezone} faults={faultsIn(error)} onChoose={choose} />
      <ErrorAlert error={error} shownAt={period.choice === "other" ? ["/from", "/until"] : []} />
      {chosen && !error && data === undefined && <Skeleton height={360} radius="lg" />}
      {chosen && !error && data !== undefined && (
        <>
          <OwnFigures own={own} report={data} busy={isPlaceholderData} />
          <OwnConversionList own={own} days={chosen} />
        </>
      )}
    </div>
  );
}
