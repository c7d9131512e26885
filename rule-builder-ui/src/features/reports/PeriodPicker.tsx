import type { Fault } from "@firstmatch/shared-types";
import { Group, Text, TextInput } from "@mantine/core";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
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
  onChoose: (period: Period) => void;
}

/** Which days, in the program's time zone: a usual period, or any first and last day. */
export function PeriodPicker({ period, days, timezone, faults, onChoose }: PeriodPickerProps) {
  // Other days begin as those that are shown, to be moved from there.
  const choose = (choice: Period["choice"]) =>
    onChoose({ choice, ...(areDays(days) ? days : { from: period.from, until: period.until }) });
  const typed = (part: Partial<Days>) => onChoose({ ...period, ...part });
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <ChoiceBar label="Period" choices={PERIODS} value={period.choice} onChange={choose} />
        {period.choice === "other" && (
          <>
            <DayInput
              label="First day"
              value={period.from}
              error={faultAt(faults, "/from")}
              onChange={(from) => typed({ from })}
            />
            <DayInput
              label="Last day"
              value={period.until}
              error={faultAt(faults, "/until")}
              onChange={(until) => typed({ until })}
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

interface DayInputProps {
  label: string;
  value: string;
  error: string | undefined;
  onChange: (day: string) => void;
}

const DayInput = ({ onChange, ...props }: DayInputProps) => (
  <TextInput
    {...props}
    type="date"
    miw={150}
    // Keeps the browser from asking for years of six digits.
    max="9999-12-31"
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);
