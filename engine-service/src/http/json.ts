import { isAscii } from "node:buffer";
import { type Fault, pointerTo } from "@firstmatch/shared-types";
import { HTTP_LIMITS } from "./limits.ts";
import { invalid, Problem } from "./problem.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Reads untrusted JSON. What no store could keep or no schema could walk is refused here, once for all routes. */
export function readJson(bytes: Buffer): unknown {
  const plain = plainText(bytes);
  if (plain !== undefined) return readPlainJson(plain);
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    throw malformed("it is not UTF-8 text");
  }
  const value = parse(text);
  return isPlainlyStorable(text, bytes) && isLow(value) ? value : storable(value);
}

/** The text of bytes that are ASCII, as most are, and plainly storable: it is had in a quarter of the time. */
export function plainText(bytes: Buffer): string | undefined {
  if (!isAscii(bytes)) return undefined;
  const text = bytes.toString("latin1");
  return isPlainlyStorable(text, bytes) ? text : undefined;
}

/** @param text a plain one, see plainText, or a part of it */
export function readPlainJson(text: string): unknown {
  const value = parse(text);
  return isLow(value) ? value : storable(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed((error as SyntaxError).message);
  }
}

const malformed = (why: string) => new Problem("malformed-json", `The body is not JSON: ${printable(why)}`);

function storable(value: unknown): unknown {
  const faults = faultsOfStoring(value);
  if (faults.length > 0) throw invalid(faults);
  return value;
}

/**
 * Whether the texts of a value may be kept, where the whole tells: a control character or half a character comes into
 * JSON only by a backslash, as DEL, or as one of those that UTF-8 begins with C2. To look into every text for them takes
 * as long as all of JSON.parse.
 */
export const isPlainlyStorable = (text: string, bytes: Buffer): boolean =>
  !text.includes("\\") &&
  !text.includes(DEL) &&
  !text.includes("__proto__") &&
  // Text of as many bytes as characters is ASCII.
  (text.length === bytes.length || !bytes.includes(C2));

const DEL = "\x7f";
const C2 = 0xc2;

/**
 * Whether it is neither too deep nor too wide.
 *
 * @param depth of the value in its document
 */
export function isLow(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth >= HTTP_LIMITS.jsonDepth) return false;
  if (Array.isArray(value)) return value.every((entry) => isLow(entry, depth + 1));
  let fields = 0;
  for (const field in value) {
    fields += 1;
    if (fields > HTTP_LIMITS.jsonFields || !isLow((value as Record<string, unknown>)[field], depth + 1)) return false;
  }
  return true;
}

/** What no store could keep of a value that did not come as JSON. */
export function faultsOfStoring(value: unknown): Fault[] {
  const faults: Fault[] = [];
  inspect(value, [], faults);
  return faults;
}

/** Control characters but for tab and line ends; halves of surrogate pairs, which are no text. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}/u;

/** Whether a store could keep it. */
export const isPlainText = (text: string): boolean => !UNPRINTABLE.test(text);

const printable = (text: string) => text.replace(new RegExp(UNPRINTABLE, "gu"), "?");

/** JavaScript objects cannot keep a field called __proto__. */
export const isFieldName = (name: string): boolean => name !== "__proto__" && isPlainText(name);

export const NO_FIELD_NAME = "has a name that no field may have";

/** @param path of the value; the walk lengthens and shortens this one list */
function inspect(value: unknown, path: PropertyKey[], faults: Fault[]): void {
  const complain = (message: string) => {
    if (faults.length < HTTP_LIMITS.faults) faults.push({ pointer: pointerTo(path), message });
  };
  if (typeof value === "string") {
    if (!isPlainText(value)) complain("holds a control character or half a character");
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const fields = Array.isArray(value) ? undefined : Object.entries(value);
  if (path.length >= HTTP_LIMITS.jsonDepth) {
    complain(`is nested too deep: at most ${HTTP_LIMITS.jsonDepth} levels`);
  } else if (fields !== undefined && fields.length > HTTP_LIMITS.jsonFields) {
    complain(`has ${fields.length} fields; at most ${HTTP_LIMITS.jsonFields} are read`);
  } else {
    for (const [key, entry] of fields ?? (value as unknown[]).entries()) {
      path.push(key);
      if (!isFieldName(String(key))) complain(NO_FIELD_NAME);
      else inspect(entry, path, faults);
      path.pop();
    }
  }
}
