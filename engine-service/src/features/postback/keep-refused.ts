import { LIMITS, POSTBACK_KEY, Problem as ProblemBody } from "@firstmatch/shared-types";
import type { Caller } from "../../http/caller.ts";
import type { Problem } from "../../http/problem.ts";
import { withoutKeys } from "../../http/without-keys.ts";
import type { Rooms } from "../../wire.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { Parameter } from "./parameters.ts";

/** Parameters of one postback that are kept; there are no more in the table. */
const PARAMETERS_KEPT = 200;

export interface Received {
  method: "GET" | "POST";
  parameters: readonly Parameter[];
  /** Null where it was read as parameters. */
  body: string | null;
}

/** Keeps what was refused, so that a manager can see what a tracker gets wrong and no conversion is lost unseen. */
export async function keepRefused(rooms: Rooms, { method, parameters, body }: Received, problem: Problem, by: Caller) {
  const at = rooms.now().toISOString();
  const named = parameters.find(({ name }) => name === "program")?.value;
  const kept = parameters
    .filter(({ name }) => name.toLowerCase() !== POSTBACK_KEY)
    .slice(0, PARAMETERS_KEPT)
    .map(({ name, value }) => ({ name: shortened(name), value: shortened(asText(value)) }));
  const text = body === null ? null : shortened(body.replaceAll(KEY_IN_TEXT, "$1…"));
  const id = fingerprintOf([kept, text]);
  await rooms.refusedPostbacks.late.put({
    _id: id,
    place: `${at} ${id}`,
    program: typeof named === "string" && rooms.known.program(named) !== undefined ? named : null,
    ...{ at, firstAt: at, times: 1, method, by: by.name, parameters: kept, body: text },
    problem: ProblemBody.parse(JSON.parse(withoutKeys(JSON.stringify(problem.body())))),
  });
}

/** In a body that is not read nobody knows what is the key's value; so none after that word is kept. */
const KEY_IN_TEXT = /(\bkey["']?\s*[:=]\s*)[^\s&,}]+/gi;

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** What no store could keep is replaced. */
const shortened = (text: string): string => {
  const safe = withoutKeys(text).replaceAll(/\p{Cc}|\p{Surrogate}/gu, "\u{fffd}");
  return safe.length > LIMITS.textLength ? `${safe.slice(0, LIMITS.textLength)}…` : safe;
};
