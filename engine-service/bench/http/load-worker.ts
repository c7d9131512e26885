import { answerAll } from "../remote.ts";
import type { Mix } from "../workload/groups.ts";
import { EVENTS, workloadOf } from "../workload/workload.ts";
import { type LoadSettings, load } from "./load.ts";

/** Load comes from a process of its own, so that neither it nor the server waits for the other's processor. */
export type LoadQuestion =
  /** `lines`: so many events as NDJSON in one request; 1: as JSON. */
  | { ask: "prepare"; mix: Mix; groups: number; lines: number }
  /** `server`: the answers of one are compared among themselves. */
  | { ask: "load"; server: string; settings: LoadSettings };

let requests: Buffer[] = [];
const lengths = new Map<string, Uint32Array>();

answerAll((question: LoadQuestion): unknown => {
  if (question.ask === "load") {
    const { server, settings } = question;
    const known = lengths.get(server) ?? new Uint32Array(requests.length);
    lengths.set(server, known);
    return load(requests, known, settings);
  }
  const { mix, groups, lines } = question;
  const events = workloadOf(mix, groups, EVENTS).sent.map((event) => JSON.stringify(event));
  const type = lines === 1 ? "application/json" : "application/x-ndjson";
  requests = Array.from({ length: Math.floor(events.length / lines) }, (_, at) =>
    requestOf(
      type,
      lines === 1 ? (events[at] as string) : `${events.slice(at * lines, (at + 1) * lines).join("\n")}\n`,
    ),
  );
  lengths.clear();
  return requests.length;
});

/** To the byte as it goes over the wire. */
function requestOf(type: string, body: string): Buffer {
  const head = [
    "POST /evaluate HTTP/1.1",
    "Host: 127.0.0.1",
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}
