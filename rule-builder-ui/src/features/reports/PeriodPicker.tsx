import type { Fault } from "@firstmatch/shared-types";
import { Group, Text } from "@mantine/core";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
import { DayInput } from "../../components/DayInput.tsx";
import { daysInWords } from "../../components/days.ts";
import { faultAt } from "../../components/faults-at.ts";
import { type Days, PERIODS, type Period } from "./period.ts";
import { areDays } from "./use-period.ts";

interface PeriodPickerProps {
  period: Period;
  /** Those that are meant, or what is missing until some are. */
  days: Days | { missing: string };
  timezone: string;
  /** What the service has against these days. */
  faults: readonly Fault[];
  onChoose: (change: (period: Period) => Period) => void;
}

/** Which days, in the program's time zone: a usual period, or any first and last day. */
export function PeriodPicker({ period, days, timezone, faults, onChoose }: PeriodPickerProps) {
  // Other days begin as those that are shown, to be moved from there.
  const choose = (choice: Period["choice"]) => onChoose((now) => ({ ...now, ...(areDays(days) && days), choice }));
  const typed = (part: Partial<Days>) => onChoose((now) => ({ ...now, ...part }));
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <ChoiceBar label="Period" choices={PERIODS} value={period.choice} onChange={choose} />
        {period.choice === "other" && (
          <>
            <DayInput
              label="First day"
              miw={150}
              day={period.from}
              error={faultAt(faults, "/from")}
              onDay={(from) => typed({ from })}
            />
            <DayInput
              label="Last day"
              miw={150}
              day={period.until}
              error={faultAt(faults, "/until")}
              onDay={(until) => typed({ until })}
            />
          </>
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={6} role="status">
        {areDays(days) ? `${daysInWords(days.from, days.until)}, days in ${timezone}.` : days.missing}
      </Text>
    </div>
  );
}
