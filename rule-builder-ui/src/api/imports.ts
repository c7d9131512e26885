import { ImportReport, Problem } from "@firstmatch/shared-types";
import { ProblemError } from "./problem-error.ts";
import { path, query, requestLines } from "./request.ts";

interface ImportOptions {
  /** What it would come to; nothing is stored. */
  dryRun: boolean;
  /** Called now and then with how many lines are done. */
  tell: (lines: number) => void;
  signal: AbortSignal;
}

/** @param file its type says what it is: text/csv or application/x-ndjson */
export async function importConversions(
  program: string,
  name: string,
  file: Blob,
  { dryRun, tell, signal }: ImportOptions,
): Promise<ImportReport> {
  const to = path`/api/programs/${program}/conversions/import` + query({ dryRun: String(dryRun), file: name });
  for await (const line of requestLines(to, { method: "POST", file, signal })) {
    const problem = Problem.safeParse(line);
    if (problem.success) throw new ProblemError(problem.data);
    const report = ImportReport.safeParse(line);
    if (report.success) return report.data;
    tell((line as { lines: number }).lines);
  }
  throw new Error("The answer broke off. What was imported until then stays; import the file again for the rest.");
}
