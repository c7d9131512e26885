import { isContainer } from "./language.ts";

/** A plain JSON value that nobody else holds, such as one that was just read, frozen all through. */
export function frozen<T>(value: T): T {
  if (!isContainer(value)) return value;
  for (const held of Object.values(value)) frozen(held);
  return Object.freeze(value);
}
