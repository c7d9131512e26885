/**
 * Value lists as a manager types them: commas mean OR, quotation marks keep a comma, a doubled mark inside them is one
 * mark. Stored documents hold the split array; `printValueList` gives the typed form back. Source: contract 3.2.
 */
export type ValueList = { ok: true; values: string[] } | { ok: false; message: string };

const refused = (message: string): ValueList => ({ ok: false, message });

/** `ACME, "Road,running"` → ["ACME", "Road,running"]. Reads every character once. */
export function parseValueList(typed: string): ValueList {
  const values: string[] = [];
  let at = 0;
  while (at < typed.length) {
    if (isSpace(typed, at)) {
      at += 1;
    } else if (typed[at] === '"') {
      const end = closingMark(typed, at);
      if (end === -1) return refused(`a quotation mark is left open in ${typed.slice(at)}; close it with another "`);
      values.push(typed.slice(at + 1, end).replaceAll('""', '"'));
      at = end + 1;
      while (isSpace(typed, at)) at += 1;
      if (at < typed.length && typed[at] !== ",")
        return refused(`a comma must stand between ${typed.slice(0, at).trim()} and ${typed.slice(at)}`);
      at += 1;
    } else {
      const comma = typed.indexOf(",", at);
      const end = comma === -1 ? typed.length : comma;
      const part = typed.slice(at, end).trim();
      if (part.includes('"')) {
        return refused(
          `a quotation mark is left open inside ${part}; put the whole value in quotation marks and double the mark: ${printValue(part)}`,
        );
      }
      if (part !== "") values.push(part);
      at = end + 1;
    }
  }
  return values.length === 0
    ? refused('the list is empty; type at least one value, or "" for the empty text')
    : { ok: true, values };
}

const isSpace = (text: string, at: number): boolean => at < text.length && (text[at] as string).trim() === "";

/** The place of the mark that closes the one at `open`, or -1. */
function closingMark(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** ["ACME", "Road,running"] → `ACME, "Road,running"`. */
export const printValueList = (values: readonly string[]): string => values.map(printValue).join(", ");

const printValue = (value: string): string =>
  value === "" || /[",]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value;
