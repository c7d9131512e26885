/** Characters that come at once: half a millisecond of work. */
const PIECE = 64_000;

/** How deep a document is looked through for long lists; what is inside their entries is short. */
const LISTS_WITHIN = 6;
const LONG_LIST = 100;

/** Entries of a long list whose text is made at once: some thousand characters. */
const AT_ONCE = 20;

/**
 * The text that JSON.stringify makes of a plain JSON value, in pieces: the text of 10,000 payout groups at once would
 * hold up every decision for as long as it takes to make.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  let piece = "";
  for (const part of parts(value, 0)) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

function* parts(value: unknown, depth: number): Generator<string> {
  if (!hasLongList(value, depth)) {
    yield JSON.stringify(value) ?? "null"; // undefined in a list
  } else if (Array.isArray(value)) {
    let before = "[";
    for (let at = 0; at < value.length; at += AT_ONCE) {
      const some = value.slice(at, at + AT_ONCE);
      if (!some.some((entry) => hasLongList(entry, depth + 1))) {
        yield before + JSON.stringify(some).slice(1, -1);
        before = ",";
        continue;
      }
      for (const entry of some) {
        yield before;
        yield* parts(entry, depth + 1);
        before = ",";
      }
    }
    yield "]";
  } else {
    let before = "{";
    for (const [name, held] of Object.entries(value)) {
      if (held === undefined) continue;
      yield `${before}${JSON.stringify(name)}:`;
      yield* parts(held, depth + 1);
      before = ",";
    }
    yield "}";
  }
}

function hasLongList(value: unknown, depth: number): value is object {
  if (depth >= LISTS_WITHIN || typeof value !== "object" || value === null) return false;
  const held = Array.isArray(value) ? value : Object.values(value);
  if (Array.isArray(value) && value.length >= LONG_LIST) return true;
  return held.some((each) => hasLongList(each, depth + 1));
}
