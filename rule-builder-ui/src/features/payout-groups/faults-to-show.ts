import type { Fault } from "@firstmatch/shared-types";

/** What stands at a JSON pointer; undefined when nothing does. */
export const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null
          ? (value as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")]
          : undefined,
      document,
    );

/**
 * The faults worth showing while somebody types: what is wrong, not what is only empty yet. Nobody wants to be told
 * that a field is missing before having had the time to fill it; saving tells everything.
 */
export const faultsWhileTyping = (faults: readonly Fault[], document: unknown): Fault[] =>
  faults.filter(({ pointer }) => !isEmpty(valueAt(document, pointer)));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.every(isEmpty));

/** The server's faults that still stand: those at a value that was not changed since. */
export const faultsStillThere = (faults: readonly Fault[], sent: unknown, now: unknown): Fault[] =>
  faults.filter(({ pointer }) => valueAt(sent, pointer) === valueAt(now, pointer));

/** The server repeats what the screen found by itself. */
export const withoutTwins = (faults: readonly Fault[]): Fault[] => {
  const seen = new Set<string>();
  return faults.filter(({ pointer, message }) => {
    const key = `${pointer} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
};
