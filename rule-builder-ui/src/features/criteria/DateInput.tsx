import { dateForm } from "@firstmatch/shared-types";
import { Text, TextInput } from "@mantine/core";
import { useId } from "react";
import { untrapTab } from "../../components/untrap-tab.ts";
import css from "./Criteria.module.css";
import { useSurroundings } from "./criteria-context.ts";

interface DateInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | boolean | undefined;
}

/** A day, or with a time a moment of it, in the terms' time zone. A document's date of another form is shown as it is. */
export function DateInput({ label, value, onChange, error }: DateInputProps) {
  const { timezone } = useSurroundings();
  const hintId = useId();
  const [day = "", time = ""] = value.split("T");
  const form = dateForm(value);
  const typed = form === "instant" || (form === undefined && value !== "" && !/^(\d{4}-\d{2}-\d{2})?T/.test(value));
  const change = (newDay: string, newTime: string) => onChange(newTime === "" ? newDay : `${newDay}T${newTime}`);
  const hint = typed ? "With its own offset from UTC" : time === "" ? `The whole day in ${timezone}` : `In ${timezone}`;
  return (
    <div>
      {typed ? (
        <TextInput
          aria-label={label}
          aria-describedby={hintId}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={Boolean(error)}
        />
      ) : (
        <div className={css.moment}>
          <TextInput
            type="date"
            aria-label={label}
            aria-describedby={hintId}
            value={day}
            onKeyDown={untrapTab}
            onChange={(event) => change(event.currentTarget.value, time)}
            error={Boolean(error)}
          />
          <TextInput
            type="time"
            aria-label={`Time, ${label}`}
            value={time}
            onKeyDown={untrapTab}
            step={time.length > 5 ? 1 : 60}
            onChange={(event) => change(day, event.currentTarget.value)}
            error={Boolean(error)}
          />
        </div>
      )}
      {typeof error === "string" && (
        <Text size="xs" c="var(--mantine-color-error)" mt={5}>
          {error}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt={5} id={hintId}>
        {hint}
      </Text>
    </div>
  );
}
