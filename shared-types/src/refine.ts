import type { z } from "zod";

type Path = (string | number)[];
export type Complain = (path: Path, message: string) => void;
export type Loose = Record<string, unknown>;

/**
 * A check across fields that runs even where a field is already wrong, so that one answer names every fault. That is
 * why it gets a loose object: any field may hold anything, or be missing.
 */
export const alsoCheck = <S extends z.ZodType>(schema: S, check: (value: Loose, complain: Complain) => void): S =>
  schema.superRefine(
    (value, context) => check(value as Loose, (path, message) => context.addIssue({ code: "custom", path, message })),
    { when: ({ value }) => isRecord(value) },
  );

export const isRecord = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value at a path, whatever it is; undefined as soon as the path leaves the ground. */
export const inside = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);

/** Visits the objects of a list, if it is one. */
export function eachRecord(list: unknown, visit: (record: Loose, at: number) => void) {
  if (!Array.isArray(list)) return;
  list.forEach((entry, at) => {
    if (isRecord(entry)) visit(entry, at);
  });
}
