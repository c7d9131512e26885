import { isDeepStrictEqual } from "node:util";

/** The fields that two states of a thing do not have in common, as they were and as they are; null where none does. */
export function whatDiffers<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T>; fields: (keyof T)[] } | null {
  const fields = (Object.keys(after) as (keyof T)[]).filter((field) => !isDeepStrictEqual(before[field], after[field]));
  const pick = (state: T) => Object.fromEntries(fields.map((field) => [field, state[field]])) as Partial<T>;
  return fields.length === 0 ? null : { before: pick(before), after: pick(after), fields };
}
