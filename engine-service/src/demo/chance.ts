import { seededDigits } from "../features/bulk-edits/seeded-digits.ts";

/** Chance that is the same every time, for the same seed. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True in so many of a hundred. */
  percent(share: number): boolean;
  of<T>(values: readonly T[]): T;
  /** By weight: [[3, "often"], [1, "seldom"]]. */
  weighted<T>(values: readonly (readonly [number, T])[]): T;
  /** An amount in major units with two decimals; low ones are more frequent. */
  amount(from: number, to: number): string;
}

export function chance(seed: string): Chance {
  const below = seededDigits(seed);
  const between = (from: number, to: number) => from + below(to - from + 1);
  return {
    between,
    percent: (share) => below(100) < share,
    of: <T>(values: readonly T[]) => values[below(values.length)] as T,
    weighted<T>(values: readonly (readonly [number, T])[]) {
      let left = below(values.reduce((sum, [weight]) => sum + weight, 0));
      const found = values.find(([weight]) => {
        left -= weight;
        return left < 0;
      });
      return (found as readonly [number, T])[1];
    },
    amount: (from, to) => (Math.min(between(from * 100, to * 100), between(from * 100, to * 100)) / 100).toFixed(2),
  };
}
