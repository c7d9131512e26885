const TOKEN =
  /[{}[\]:,]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const SPACE = /[ \t\r\n]*/y;

type Wanted = "value" | "value or ]" | "key" | "key or }" | "colon" | "next";

/**
 * The place of the first character that cannot belong to JSON; the end of the text when only something is missing.
 * Browsers know the place too, but each tells it in other words, and some not at all.
 */
export function jsonFaultAt(text: string): number {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  let at = spaceAfter(text, 0);
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    const next = after(token, wanted, open);
    if (next === undefined) return at;
    wanted = next;
    at = spaceAfter(text, at + token.length);
  }
  return text.length;
}

function spaceAfter(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

/** What may follow the token; undefined when it cannot stand here. Keeps `open`, the brackets that are still open. */
function after(token: string, wanted: Wanted, open: ("{" | "[")[]): Wanted | undefined {
  const inside = open.at(-1);
  if (token === "}" || token === "]") {
    const opener = token === "}" ? "{" : "[";
    const mayClose = wanted === "next" || wanted === (token === "}" ? "key or }" : "value or ]");
    if (!mayClose || inside !== opener) return undefined;
    open.pop();
    return "next";
  }
  if (token === ":") return wanted === "colon" ? "value" : undefined;
  if (token === ",") {
    if (wanted !== "next" || inside === undefined) return undefined;
    return inside === "{" ? "key" : "value";
  }
  if (wanted === "key" || wanted === "key or }") return token.startsWith('"') ? "colon" : undefined;
  if (wanted !== "value" && wanted !== "value or ]") return undefined;
  if (token !== "{" && token !== "[") return "next";
  open.push(token);
  return token === "{" ? "key or }" : "value or ]";
}
