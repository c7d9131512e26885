/** Whether two plain JSON values have the same text: the same fields in the same order, too. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((entry, at) => sameJson(entry, other[at]))
    );
  }
  const [fields, others] = [Object.keys(one), Object.keys(other)];
  return (
    fields.length === others.length &&
    fields.every(
      (field, at) =>
        field === others[at] &&
        sameJson((one as Record<string, unknown>)[field], (other as Record<string, unknown>)[field]),
    )
  );
}
