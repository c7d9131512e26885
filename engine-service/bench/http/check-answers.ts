import { isDeepStrictEqual } from "node:util";
import type { DatedEvent } from "@firstmatch/shared-types";
import { type CompiledTerms, compileTerms } from "#engine/domain/compile-terms";
import { decide } from "#engine/domain/decide";
import { questionOf } from "../workload/question.ts";
import type { Workload } from "../workload/workload.ts";

/** What the service has to answer for an event: the whole decision, not only its winner. */
function expectedDecision(compiled: CompiledTerms, event: DatedEvent) {
  const decided = decide(questionOf(compiled, event));
  if (!decided.ok) throw new Error(decided.fault.message);
  return decided.decision;
}

/** Compares answers of /evaluate with `decide`, one at a time and as lines; a figure counts only while they are right. */
export async function checkAnswers(port: number, { terms, sent, events }: Workload, count: number): Promise<void> {
  const compiled = compileTerms(terms);
  const chosen = Array.from({ length: count }, (_, nth) => Math.floor((nth * events.length) / count));
  const expected = chosen.map((at) => expectedDecision(compiled, events[at] as DatedEvent));
  for (const [nth, at] of chosen.entries()) {
    compare(JSON.parse(await post(port, JSON.stringify(sent[at]), "application/json")), expected[nth], sent[at]);
  }
  const lines = chosen.map((at) => `${JSON.stringify(sent[at])}\n`).join("");
  const answers = (await post(port, lines, "application/x-ndjson")).trimEnd().split("\n");
  if (answers.length !== count) throw new Error(`${count} lines were answered by ${answers.length}`);
  for (const [nth, answer] of answers.entries())
    compare(JSON.parse(answer), expected[nth], sent[chosen[nth] as number]);
}

function compare(answer: unknown, expected: unknown, sent: unknown): void {
  if (isDeepStrictEqual(answer, expected)) return;
  const told = [sent, answer, expected].map((value) => JSON.stringify(value));
  throw new Error(`${told[0]} was answered by ${told[1]}, not by ${told[2]}`);
}

/** An echo must send back what it got. */
export async function checkEcho(port: number, { sent }: Workload): Promise<void> {
  const answer = await post(port, JSON.stringify(sent[0]), "application/json");
  compare(JSON.parse(answer), sent[0], sent[0]);
}

async function post(port: number, body: string, type: string): Promise<string> {
  const url = `http://127.0.0.1:${port}/evaluate`;
  const response = await fetch(url, { method: "POST", body, headers: { "Content-Type": type } });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${body} was answered by ${response.status}: ${text}`);
  return text;
}
