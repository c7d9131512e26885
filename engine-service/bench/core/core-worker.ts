import type { Contender, ContenderName } from "../contenders/contender.ts";
import { FIELD } from "../contenders/field.ts";
import { answerAll } from "../remote.ts";
import type { Mix } from "../workload/groups.ts";
import { workloadOf } from "../workload/workload.ts";
import { winnersOf } from "./compare.ts";
import { timeWindow } from "./time-window.ts";

/** One contender with one set of groups, in a process of its own: what V8 learns of one must not help or hinder another. */
export type CoreQuestion =
  /** Whether it can be built for so many. */
  | { ask: "enter"; mix: Mix; groups: number; events: number; name: ContenderName }
  | { ask: "winners"; places: readonly number[] }
  | { ask: "window"; round: number; ms: number };

let contender: Contender | undefined;
let events: number;

answerAll(async (question: CoreQuestion) => {
  if (question.ask === "enter") {
    events = question.events;
    contender = FIELD[question.name](workloadOf(question.mix, question.groups, events));
    return contender !== undefined;
  }
  if (contender === undefined) throw new Error("nobody has entered");
  if (question.ask === "winners") return winnersOf(contender, question.places);
  const { round, ms } = question;
  const atOnce = contender.name.endsWith("16 at once") ? 16 : 1;
  // A prime step, so that slow ones see other events each round.
  return timeWindow(contender, { events, from: round * 997, ms, atOnce });
});
