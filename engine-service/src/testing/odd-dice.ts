import fc from "fast-check";

/** Whole numbers without a meaning yet; 0 makes the plainest thing. */
export type Dice = readonly number[];
export const dice = (count: number): fc.Arbitrary<Dice> =>
  fc.noBias(fc.array(fc.nat(0xffff), { minLength: count, maxLength: count }));
export const list = <T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.noBias(fc.array(of, { minLength, maxLength, size: "max" }));

export const at = <T>(values: readonly T[], throwOf: number | undefined): T =>
  values[(throwOf ?? 0) % values.length] as T;
