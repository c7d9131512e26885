/**
 * The parts that differ between `before` and `after`, taken over onto something that may have moved on meanwhile: what
 * somebody else changed in another part stays.
 */
export function takeOver<T extends object>(onto: T, before: T, after: T): T {
  const parts = Object.keys({ ...before, ...after }) as (keyof T)[];
  const taken = { ...onto };
  for (const part of parts) {
    if (JSON.stringify(before[part]) === JSON.stringify(after[part])) continue;
    if (part in after) taken[part] = after[part];
    else delete taken[part];
  }
  return taken;
}
