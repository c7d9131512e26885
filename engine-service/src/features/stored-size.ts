import { Problem } from "../http/problem.ts";
import { inSlices } from "../in-slices.ts";

/** Bytes of one stored document: MongoDB refuses above 16 MiB, and a version wraps its document in a little more. */
export const STORED_AT_MOST = 16_000_000;

/** Refuses what MongoDB could not keep, on either engine, so that data can always move from one to the other. */
export const checkStorable = (document: unknown, what: string): void => checkSize(bsonSize(document), what);

/** The same, of what may hold a long list. */
export const checkLongStorable = async (document: unknown, what: string): Promise<void> =>
  checkSize(await sizeInSlices(document), what);

function checkSize(size: number, what: string): void {
  if (size > STORED_AT_MOST)
    throw new Problem("too-large", `${what} would take ${size} bytes to store; at most ${STORED_AT_MOST} fit.`);
}

/** The length of a plain JSON value in BSON. Lists take their indexes along as names, so short texts grow a lot. */
export function bsonSize(value: unknown): number {
  if (typeof value === "string") return 5 + bytesOf(value);
  if (typeof value === "number") return 8;
  if (typeof value === "boolean") return 1;
  if (typeof value !== "object" || value === null) return 0;
  let size = 5;
  if (Array.isArray(value)) {
    for (const [at, held] of value.entries()) size += 2 + String(at).length + bsonSize(held);
    return size;
  }
  for (const name in value) {
    const held = (value as Record<string, unknown>)[name];
    if (held !== undefined) size += 2 + bytesOf(name) + bsonSize(held);
  }
  return size;
}

/** In UTF-8. Most texts are short, and looking through them is quicker than asking Node. */
function bytesOf(text: string): number {
  if (text.length > 40) return Buffer.byteLength(text);
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return Buffer.byteLength(text);
  return text.length;
}

/** The same, with others let in between; for what may hold a long list. */
export const sizeInSlices = (value: unknown): Promise<number> => inSlices(sizeSteps(value));

/** Entries that a list may have to be measured in one go. */
const AT_ONCE = 50;

function* sizeSteps(value: unknown): Generator<void, number> {
  if (typeof value !== "object" || value === null) return bsonSize(value);
  const isLong = Array.isArray(value) && value.length > AT_ONCE;
  let size = 5;
  for (const [name, held] of Object.entries(value)) {
    if (held === undefined) continue;
    size += 2 + bytesOf(name) + (isLong ? bsonSize(held) : yield* sizeSteps(held));
    if (isLong) yield;
  }
  return size;
}
