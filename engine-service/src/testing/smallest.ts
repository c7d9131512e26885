/** A JSON document and an event about it that show a fault together. */
export interface Shown {
  document: object;
  sent: object;
}

/**
 * Takes away what the fault does not need, list entries and fields, as long as it still shows: halves first, then single
 * ones. What is made of it may be refused; `shows` says so by false.
 */
export async function smallest(found: Shown, shows: (smaller: Shown) => Promise<boolean>): Promise<Shown> {
  let best = found;
  for (let before = ""; before !== JSON.stringify(best); ) {
    before = JSON.stringify(best);
    for (const path of pathsOf(best)) {
      const whole = valueAt(best, path);
      if (typeof whole !== "object" || whole === null) continue;
      for (
        let size = Math.ceil(Object.keys(whole).length / 2);
        size >= 1;
        size = size === 1 ? 0 : Math.ceil(size / 2)
      ) {
        for (let from = 0; from < Object.keys(valueAt(best, path) as object).length; ) {
          const smaller = without(best, path, from, size) as Shown;
          if (await shows(smaller)) best = smaller;
          else from += size;
        }
      }
    }
  }
  return best;
}

type Path = readonly string[];

/** Of everything that holds something, the outer before the inner. */
const pathsOf = (value: unknown, at: Path = []): Path[] =>
  typeof value === "object" && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
    : [];

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? at[key as keyof typeof at] : undefined),
    value,
  );

function without(value: unknown, [step, ...rest]: Path, from: number, size: number): unknown {
  if (step !== undefined) {
    const holder = value as Record<string, unknown>;
    const inner = without(holder[step], rest, from, size);
    return Array.isArray(holder) ? holder.with(Number(step), inner) : { ...holder, [step]: inner };
  }
  if (Array.isArray(value)) return value.toSpliced(from, size);
  return Object.fromEntries(Object.entries(value as object).toSpliced(from, size));
}
