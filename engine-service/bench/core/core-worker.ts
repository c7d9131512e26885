import type { Contender, ContenderName } from "../contenders/contender.ts";
import { FIELD } from "../contenders/field.ts";
import { answerAll } from "../remote.ts";
import type { Mix } from "../workload/groups.ts";
import { type Workload, workloadOf } from "../workload/workload.ts";
import { compare } from "./compare.ts";
import { timeWindow } from "./time-window.ts";

/** One set of groups with all contenders, in a process of its own: what V8 learns of one size must not help another. */
export type CoreQuestion =
  | { ask: "enter"; mix: Mix; groups: number; events: number; names: readonly ContenderName[] }
  /** @see compare */
  | { ask: "compare"; sample: Partial<Record<ContenderName, number>> }
  | { ask: "window"; name: ContenderName; round: number; ms: number };

let workload: Workload;
const entered = new Map<ContenderName, Contender>();

answerAll(async (question: CoreQuestion) => {
  switch (question.ask) {
    case "enter": {
      const { mix, groups, events, names } = question;
      workload = workloadOf(mix, groups, events);
      for (const name of names) {
        const contender = FIELD[name](workload);
        if (contender !== undefined) entered.set(name, contender);
      }
      return [...entered.keys()];
    }
    case "compare":
      return compare([...entered.values()], workload, question.sample);
    case "window": {
      const { name, round, ms } = question;
      const events = workload.events.length;
      const atOnce = name.endsWith("16 at once") ? 16 : 1;
      // A prime step, so that slow ones see other events each round.
      return timeWindow(entered.get(name) as Contender, { events, from: round * 997, ms, atOnce });
    }
  }
});
