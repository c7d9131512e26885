import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";

/** One thing wrong with a document: where (RFC 6901 JSON pointer) and what would be right. */
export interface Fault {
  pointer: string;
  message: string;
}

/** Either the value, or every fault that was found in it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** ` Did you mean "orderTotal"?`, or nothing when no known word is near. */
export function didYouMean(word: string, known: readonly string[]): string {
  if (known.length === 0 || word.length > 100) return "";
  const insensitive = known.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  const nearest = insensitive ?? closest(word, known);
  const near = insensitive !== undefined || distance(word, nearest) <= Math.max(2, Math.floor(word.length / 3));
  return near ? ` Did you mean "${nearest}"?` : "";
}

/** A value as it is shown in a message: short, on one line. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

const KINDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

/**
 * Turns what zod found into faults in our words. Messages written by our own schemas (code "custom") pass as they are.
 *
 * @param input the value that was parsed, so that a message can show what was sent
 * @param knownKeys the keys allowed at a path, for suggestions; zod does not tell them
 */
export function faultsOf(
  error: z.core.$ZodError,
  input: unknown,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[] = () => [],
): Fault[] {
  return error.issues.flatMap((issue) => {
    const pointer = pointerTo(issue.path);
    const sent = valueAt(input, issue.path);
    // zod's own words all begin with "Invalid"; what does not was written by a schema of ours.
    if (!/^(Invalid|Unrecognized|Too )/.test(issue.message)) return [{ pointer, message: issue.message }];
    switch (issue.code) {
      case "unrecognized_keys":
        return issue.keys.map((key) => ({
          pointer: pointerTo([...issue.path, key]),
          message: `"${key}" is not known here.${didYouMean(key, knownKeys(issue.path))}`,
        }));
      case "invalid_type": {
        const wanted = KINDS[issue.expected] ?? issue.expected;
        return [
          {
            pointer,
            message: sent === undefined ? `is missing; it must be ${wanted}` : `must be ${wanted}, not ${shown(sent)}`,
          },
        ];
      }
      case "invalid_value": {
        const choices = issue.values.map((choice) => String(choice));
        const hint = typeof sent === "string" ? didYouMean(sent, choices) : "";
        const what = sent === undefined ? "is missing; it must be" : "must be";
        const not = sent === undefined ? "" : `, not ${shown(sent)}`;
        return [{ pointer, message: `${what} ${oneOf(choices)}${not}.${hint}` }];
      }
      case "too_big":
        if (isNumber(issue.origin))
          return [{ pointer, message: `must be at most ${issue.maximum}, not ${shown(sent)}` }];
        return [
          {
            pointer,
            message: `is too ${issue.origin === "array" ? "long" : "big"}: at most ${issue.maximum} ${unit(issue.origin)}`,
          },
        ];
      case "too_small":
        if (isNumber(issue.origin))
          return [{ pointer, message: `must be at least ${issue.minimum}, not ${shown(sent)}` }];
        return [
          {
            pointer,
            message:
              issue.origin === "string" ? "must not be empty" : `needs at least ${issue.minimum} ${unit(issue.origin)}`,
          },
        ];
      default:
        return [{ pointer, message: issue.message }];
    }
  });
}

const isNumber = (origin: string) => origin === "number" || origin === "int" || origin === "bigint";

const unit = (origin: string) => (origin === "string" ? "characters" : origin === "array" ? "entries" : "");

const oneOf = (choices: string[]): string =>
  choices.length === 1 ? `"${choices[0]}"` : `one of ${choices.map((choice) => `"${choice}"`).join(", ")}`;

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, step)
        ? (value as Record<PropertyKey, unknown>)[step]
        : undefined,
    input,
  );
}
