/** The same text for the same value, in whatever order its fields were written. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, held) =>
    typeof held === "object" && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([one], [other]) => (one < other ? -1 : 1)))
      : held,
  );
