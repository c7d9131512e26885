import { randomUUID } from "node:crypto";
import { inSlices } from "../in-slices.ts";
import { faultsOfStoring, isLow, isPlainlyStorable, readJson } from "./json.ts";

/** Bytes that are read at once: half a millisecond of work. */
const PIECE = 32_000;

/**
 * What `readJson` reads, of a body that may be megabytes, and others are let in between: long lists are cut between
 * their entries. What is wrong is told by `readJson`, in one go.
 */
export async function readLongJson(bytes: Buffer, piece = PIECE): Promise<unknown> {
  const read = bytes.length > piece ? await inSlices(new Pieces(bytes, piece).read()) : undefined;
  return read === undefined ? readJson(bytes) : read.value;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
/** At the start the encoding may be marked. */
const utf8AtStart = new TextDecoder("utf-8", { fatal: true });

interface List {
  /** Where its entries begin. */
  from: number;
  /** Where those begin that are not read yet. */
  unread: number;
  /** Those that are, once it was cut. */
  entries: unknown[] | undefined;
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

class Pieces {
  private readonly bytes: Buffer;
  private readonly piece: number;
  /** Stands for the entries of a list that was cut, with its number. Nobody who sends a body knows it. */
  private readonly mark = randomUUID();
  private readonly cut: unknown[][] = [];
  /** Entries of such lists in the text that is still to be read, each with the number of its list. */
  private readonly left: { from: number; to: number; list: number }[] = [];

  constructor(bytes: Buffer, piece: number) {
    this.bytes = bytes;
    this.piece = piece;
  }

  /** Undefined where something is wrong. */
  *read(): Generator<void, { value: unknown } | undefined> {
    const { bytes, piece } = this;
    /** What the place is in; objects as null. */
    const around: (List | null)[] = [];
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) at = endOfText(bytes, at);
      else if (byte === OBJECT) around.push(null);
      else if (byte === LIST) around.push({ from: at + 1, unread: at + 1, entries: undefined });
      else if (byte === COMMA) {
        const list = around.at(-1);
        if (!list || at - list.unread < piece) continue;
        if (!this.readEntries(list, at, around.length - 1)) return undefined;
        yield;
      } else if (byte === OBJECT_END) {
        if (around.pop() !== null) return undefined;
      } else if (byte === LIST_END) {
        const list = around.pop();
        if (!list) return undefined;
        if (list.entries === undefined) continue;
        if (!this.readEntries(list, at, around.length)) return undefined;
        this.left.push({ from: list.from, to: at, list: this.cut.push(list.entries) - 1 });
        yield;
      }
    }
    return around.length === 0 ? this.valueOf(0, bytes.length, 0, "", "") : undefined;
  }

  /** False where something is wrong with them. */
  private readEntries(list: List, to: number, depth: number): boolean {
    const entries = this.valueOf(list.unread, to, depth, "[", "]")?.value as unknown[] | undefined;
    // Beside a comma there must be something.
    if (entries === undefined || entries.length === 0) return false;
    list.entries ??= [];
    for (const entry of entries) list.entries.push(entry);
    list.unread = to + 1;
    return true;
  }

  private valueOf(
    from: number,
    to: number,
    depth: number,
    open: string,
    close: string,
  ): { value: unknown } | undefined {
    const first = this.left.findIndex((each) => each.from >= from);
    const left = first === -1 ? [] : this.left.splice(first);
    let [text, at, isStorable] = [open, from, true];
    let value: unknown;
    try {
      for (const { from: until, to: from, list } of [...left, { from: to, to, list: undefined }]) {
        const bytes = this.bytes.subarray(at, until);
        const taken = (at === 0 ? utf8AtStart : utf8).decode(bytes);
        isStorable &&= isPlainlyStorable(taken, bytes);
        text += list === undefined ? taken + close : `${taken}"${this.mark}",${list}`;
        at = from;
      }
      value = JSON.parse(text);
    } catch {
      return undefined; // it is no JSON, or no UTF-8
    }
    if (!isLow(value, depth) || !(isStorable || faultsOfStoring(value).length === 0)) return undefined;
    return { value: left.length === 0 ? value : this.filled(value) };
  }

  /** The value with the lists that were cut out of its text. */
  private filled(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) {
      return value[0] === this.mark ? this.cut[value[1] as number] : value.map((entry) => this.filled(entry));
    }
    for (const [field, held] of Object.entries(value)) (value as Record<string, unknown>)[field] = this.filled(held);
    return value;
  }
}

/** The place of the quotation mark that ends the text which one begins. */
function endOfText(bytes: Buffer, begin: number): number {
  for (let at = begin + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at += 1;
  }
  return bytes.length;
}
