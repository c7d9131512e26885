import { startRemote } from "../remote.ts";
import { type Report, tell } from "../report/report.ts";
import { figure, table } from "../report/table.ts";
import type { CompileCost, CompileQuestion } from "./compile-worker.ts";

const ROUNDS = 5;

/** What publishing costs, and what is kept of it in memory. */
export async function compileCosts(report: Report): Promise<void> {
  const rows = [];
  for (const groups of [1_000, 10_000, 100_000]) {
    tell(`compiling ${groups} groups`);
    const worker = startRemote<CompileQuestion, CompileCost>(new URL("./compile-worker.js", import.meta.url));
    const cost = await worker.ask({ mix: "realistic", groups, rounds: ROUNDS });
    await worker.stop();
    rows.push([
      groups.toLocaleString("en-US"),
      ...[cost.firstMs, cost.ms, cost.longestStepMs].map((ms) => figure(ms)),
      ...[cost.bytes, cost.bytesAfterUse].map((bytes) => figure(bytes / 1e6)),
    ]);
  }
  report.say("## Compiling a published version");
  report.say(
    `Once per version. Memory is heap and typed arrays after a collection, beyond the document itself: fresh, and after 4,000 decisions. A step is what is done at a time; others get their turn between.`,
  );
  report.say(table(["groups", "first time, ms", "later, ms", "longest step, ms", "memory, MB", "in use, MB"], rows));
}
