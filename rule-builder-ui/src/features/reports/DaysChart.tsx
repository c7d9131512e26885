import { Group } from "@mantine/core";
import { useId, useState } from "react";
import { BarChart } from "../../components/BarChart.tsx";
import { ChoiceBar } from "../../components/ChoiceBar.tsx";
import { type ChartDay, chartSteps } from "./chart-steps.ts";
import { axisValue, chartInWords, KEY_NAMES, MEASURES, type Measure, shownValue } from "./chart-words.ts";
import css from "./Report.module.css";
import { StepsTable } from "./StepsTable.tsx";

const CHOICES = Object.entries(MEASURES).map(([value, { label }]) => ({ value: value as Measure, label }));

interface DaysChartProps {
  /** The level of its heading. */
  order?: 2 | 4;
  days: readonly ChartDay[];
  /** What the days add up to. */
  totals: Omit<ChartDay, "day">;
  currency: string;
}

/** Day by day: the bars, the same in a sentence, the same in a table. */
export function DaysChart({ order = 2, days, totals, currency }: DaysChartProps) {
  const [measure, setMeasure] = useState<Measure>("money");
  const heading = useId();
  const Heading = `h${order}` as const;
  const steps = chartSteps(days, currency);
  const { keys } = MEASURES[measure];
  return (
    <section className={css.card} aria-labelledby={heading}>
      <Group justify="space-between" align="flex-end" gap="sm">
        <Heading id={heading}>{steps[0]?.isMonth ? "By month" : "By day"}</Heading>
        <ChoiceBar label="What the bars show" choices={CHOICES} value={measure} onChange={setMeasure} />
      </Group>
      <p className={css.gist}>{chartInWords(steps, measure, currency)}</p>
      <BarChart
        columns={steps.map((step) => ({ ...step, values: keys.map((key) => Math.max(0, Number(step[key]))) }))}
        names={keys.map((key) => KEY_NAMES[key])}
        axis={(value) => axisValue(value, keys[0], currency)}
        exact={(column, name) => {
          const [step, key] = [steps[column], keys[name]];
          return step && key ? shownValue(step, key, currency) : "";
        }}
        whole={measure === "conversions"}
      />
      <details className={css.details}>
        <summary>The same as a table</summary>
        <StepsTable steps={steps} totals={totals} currency={currency} />
      </details>
    </section>
  );
}
