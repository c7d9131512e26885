import type { ImportReport } from "@firstmatch/shared-types";

export const newOf = ({ counts: { payable, rejected, kpi } }: ImportReport): number => payable + rejected + kpi;

const conversions = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "conversion" : "conversions"}`;

export const importLabel = (count: number): string =>
  count === 0 ? "Nothing new to import" : `Import ${conversions(count)}`;

/** "12 conversions would be recorded. 3 lines are faulty and would be left out." */
export function importInWords(report: ImportReport): string {
  const { dryRun, counts } = report;
  const count = newOf(report);
  const recorded = dryRun ? "would be recorded" : count <= 1 ? "was recorded" : "were recorded";
  const first = `${count === 0 ? "Nothing" : conversions(count)} ${recorded}.`;
  if (counts.faulty === 0) return first;
  const faulty = counts.faulty === 1 ? "1 line is faulty" : `${counts.faulty.toLocaleString("en")} lines are faulty`;
  return `${first} ${faulty} and ${dryRun ? "would be left out" : counts.faulty === 1 ? "was left out" : "were left out"}.`;
}
