import type { Terms } from "@firstmatch/shared-types";
import { compileInSteps, compileTerms } from "#engine/domain/compile-terms";
import type { Contender } from "../contenders/contender.ts";
import { firstmatch } from "../contenders/firstmatch.ts";
import { answerAll } from "../remote.ts";
import { median } from "../report/median.ts";
import type { Mix } from "../workload/groups.ts";
import { workloadOf } from "../workload/workload.ts";
import { bytesInUse } from "./collected.ts";
import { stopwatch } from "./stopwatch.ts";

export interface CompileQuestion {
  mix: Mix;
  groups: number;
  rounds: number;
}

export interface CompileCost {
  /** The first time in a new process, and in the middle of the later ones. */
  firstMs: number;
  ms: number;
  /** The longest step, after which others may be let in. */
  longestStepMs: number;
  /** Of heap and typed arrays, beyond the document: when compiled, and after all events were decided. */
  bytes: number;
  bytesAfterUse: number;
}

answerAll(async ({ mix, groups, rounds }: CompileQuestion): Promise<CompileCost> => {
  const workload = workloadOf(mix, groups);
  const { terms, events } = workload;
  const [firstMs] = timed(() => compileTerms(terms));
  const later = Array.from({ length: rounds }, () => timed(() => compileTerms(terms))[0]);
  const steps = Array.from({ length: rounds }, () => longestStep(terms));

  // What the code itself takes is there by now; what is left is the terms'.
  const without = bytesInUse();
  const contender = firstmatch(workload) as Contender;
  const bytes = bytesInUse() - without;
  for (let at = 0; at < events.length; at++) void contender.winner(at);
  const bytesAfterUse = bytesInUse() - without;
  return { firstMs, ms: median(later), longestStepMs: median(steps), bytes, bytesAfterUse };
});

function timed<T>(work: () => T): [ms: number, result: T] {
  const took = stopwatch();
  const result = work();
  return [took(), result];
}

function longestStep(terms: Terms): number {
  const steps = compileInSteps(terms);
  let longest = 0;
  for (;;) {
    const [ms, { done }] = timed(() => steps.next());
    longest = Math.max(longest, ms);
    if (done) return longest;
  }
}
