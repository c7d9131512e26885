import type { Fault } from "@firstmatch/shared-types";

/** The faults at a pointer or below it, with pointers relative to it. */
export const faultsBelow = (faults: readonly Fault[], pointer: string): Fault[] =>
  faults
    .filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))
    .map((fault) => ({ ...fault, pointer: fault.pointer.slice(pointer.length) }));

/** What is wrong at a field or inside it, as one text; undefined when nothing is. */
export const faultAt = (faults: readonly Fault[], pointer: string): string | undefined =>
  faultsBelow(faults, pointer)
    .map(({ message }) => message)
    .join("\n") || undefined;

/** The faults that none of the fields shows. @param shown pointers of the fields */
export const faultsBeside = (faults: readonly Fault[], shown: readonly string[]): Fault[] =>
  faults.filter(({ pointer }) => !shown.some((field) => pointer === field || pointer.startsWith(`${field}/`)));
