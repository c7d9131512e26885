import type { Loose } from "./event-form.ts";
import { jsonFaultAt } from "./json-fault.ts";

export type ReadEvent = { ok: true; event: Loose } | { ok: false; message: string };

/** Reads the JSON that was typed or pasted; what cannot be read is said with its line and column. */
export function readEventText(text: string): ReadEvent {
  if (text.trim() === "") return { ok: false, message: "Nothing is here yet. Paste the body of an /evaluate call." };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, message: `This is not JSON yet: ${faultIn(text)}.` };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ok: true, event: value as Loose };
  const what = Array.isArray(value) ? "a list" : value === null ? "null" : `a single ${typeof value}`;
  return { ok: false, message: `An event is one JSON object, in braces { }; this is ${what}.` };
}

function faultIn(text: string): string {
  const at = jsonFaultAt(text);
  if (at >= text.trimEnd().length) return "it ends too early";
  const before = text.slice(0, at).split("\n");
  const place = `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
  if (text[at] === '"') return `${place}: this text has no end, or holds a character that needs a backslash`;
  const found = /^(?:[\w$]+|.)/su.exec(text.slice(at))?.[0];
  return `${place}: ${found} does not belong here`;
}
