import { formatAmount } from "@firstmatch/shared-types";
import type { ChartStep } from "./chart-steps.ts";

/** What a chart can show. */
export const MEASURES = {
  money: { label: "Sales and payout", keys: ["sales", "payout"] },
  payout: { label: "Payout", keys: ["payout"] },
  conversions: { label: "Conversions", keys: ["conversions"] },
} as const;
export type Measure = keyof typeof MEASURES;
export type MeasureKey = (typeof MEASURES)[Measure]["keys"][number];

export const KEY_NAMES: Record<MeasureKey, string> = { sales: "Sales", payout: "Payout", conversions: "Conversions" };

export const shownValue = (step: ChartStep, key: MeasureKey, currency: string): string =>
  key === "conversions" ? step.conversions.toLocaleString("en") : formatAmount(step[key], currency);

/** Short enough for an axis: `$12.5K`. Never used where a figure must be exact. */
export const axisValue = (value: number, key: MeasureKey, currency: string): string =>
  new Intl.NumberFormat("en", {
    notation: value < 1_000 ? "standard" : "compact",
    maximumFractionDigits: Number.isInteger(value) ? 1 : 2,
    ...(key !== "conversions" && { style: "currency", currency, minimumFractionDigits: 0 }),
  }).format(value);

/** The chart in a sentence, for those who do not see it and those who want the gist. */
export function chartInWords(steps: readonly ChartStep[], measure: Measure, currency: string): string {
  const { keys } = MEASURES[measure];
  const most = steps.reduce<ChartStep | undefined>(
    (best, step) => (best === undefined || Number(step[keys[0]]) > Number(best[keys[0]]) ? step : best),
    undefined,
  );
  if (most === undefined || Number(most[keys[0]]) === 0) return `No ${KEY_NAMES[keys[0]].toLowerCase()} in these days.`;
  const values = keys.map((key) => `${shownValue(most, key, currency)} ${wordFor(key, most)}`);
  const quiet = steps.filter(({ conversions }) => conversions === 0).length;
  const sentence = `Most ${most.isMonth ? "in" : "on"} ${most.title}: ${values.join(" and ")}.`;
  return quiet === 0 ? sentence : `${sentence} ${quiet} ${unitOf(most, quiet)} without conversions.`;
}

const wordFor = (key: MeasureKey, { conversions }: ChartStep): string =>
  key === "conversions" && conversions === 1 ? "conversion" : KEY_NAMES[key].toLowerCase();

const unitOf = ({ isMonth }: ChartStep, count: number): string =>
  `${isMonth ? "month" : "day"}${count === 1 ? "" : "s"}`;
