import { Problem } from "../http/problem.ts";

/** Bytes of one stored document: MongoDB refuses above 16 MiB, and a version wraps its document in a little more. */
export const STORED_AT_MOST = 16_000_000;

/** Refuses what MongoDB could not keep, on either engine, so that data can always move from one to the other. */
export function checkStorable(document: unknown, what: string): void {
  const size = bsonSize(document);
  if (size > STORED_AT_MOST)
    throw new Problem("too-large", `${what} would take ${size} bytes to store; at most ${STORED_AT_MOST} fit.`);
}

/** The length of a plain JSON value in BSON. Lists take their indexes along as names, so short texts grow a lot. */
export function bsonSize(value: unknown): number {
  if (typeof value === "string") return 5 + Buffer.byteLength(value);
  if (typeof value === "number") return 8;
  if (typeof value === "boolean") return 1;
  if (typeof value !== "object" || value === null) return 0;
  let size = 5;
  for (const [name, held] of Object.entries(value)) {
    if (held !== undefined) size += 2 + Buffer.byteLength(name) + bsonSize(held);
  }
  return size;
}
