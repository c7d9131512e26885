import type { Workload } from "../workload/workload.ts";

/** Someone who finds the winning group of an event: its id, or null where none pays. */
export interface Contender {
  name: ContenderName;
  /** The winner of the nth event of its workload. */
  winner(at: number): Winner | Promise<Winner>;
}

export type Winner = string | null;

export const CONTENDERS = [
  "firstmatch",
  "json-rules-engine",
  "json-rules-engine, conditions ordered",
  "zen-engine",
  "zen-engine, 16 at once",
  "json-logic-engine, functions",
  "json-logic-engine, if-chain",
  "closures",
  "closures, reading the event",
] as const;
export type ContenderName = (typeof CONTENDERS)[number];

/** Undefined where it cannot be built for so many groups. */
export type Enter = (workload: Workload) => Contender | undefined;
