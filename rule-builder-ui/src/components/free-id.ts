/** "New & 200 or more" → "new-200-or-more": small letters, digits and hyphens, at most 64. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replaceAll(/^-+|-+$/g, "");

/** The id itself, or with the first number behind it that nobody has: shoes, shoes-2, shoes-3. */
export function freeId(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((id) => id.toLowerCase()));
  if (!known.has(wanted.toLowerCase())) return wanted;
  const base = wanted.replace(/-\d+$/, "");
  for (let number = 2; ; number++) {
    const id = `${base}-${number}`;
    if (!known.has(id.toLowerCase())) return id;
  }
}
