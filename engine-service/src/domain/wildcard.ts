/**
 * Wildcard patterns of managers (contract 3.4): `*` stands for any run of characters, `\*` for a literal star, every
 * other character for itself, and the pattern covers the whole value.
 *
 * No regular expression is made from the pattern: one with a dozen stars can hang a regular expression engine for
 * minutes. Between two stars the earliest place is always a right one, so each piece is searched for once and the time
 * stays below pattern × value.
 *
 * @param pattern folded like the values it is matched with, see foldText
 */
export function wildcardMatcher(pattern: string): (value: string) => boolean {
  const pieces = piecesOf(pattern);
  const first = pieces[0] as string;
  if (pieces.length === 1) return (value) => value === first;
  const last = pieces.at(-1) as string;
  const between = pieces.slice(1, -1).filter((piece) => piece !== "");
  const [only = ""] = between;
  // "*facebook*" is what most patterns look like.
  if (first === "" && last === "" && between.length === 1) return (value) => value.includes(only);

  return (value) => {
    if (value.length < first.length + last.length || !value.startsWith(first) || !value.endsWith(last)) return false;
    const end = value.length - last.length;
    let at = first.length;
    for (const piece of between) {
      const found = value.indexOf(piece, at);
      if (found === -1 || found + piece.length > end) return false;
      at = found + piece.length;
    }
    return at <= end;
  };
}

/** The literal pieces between the stars: `a*b\*c` → ["a", "b*c"]. */
export function piecesOf(pattern: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (let at = 0; at < pattern.length; at += 1) {
    if (pattern[at] === "*") {
      pieces.push(piece);
      piece = "";
      continue;
    }
    if (pattern[at] === "\\" && pattern[at + 1] === "*") at += 1;
    piece += pattern[at];
  }
  return [...pieces, piece];
}
