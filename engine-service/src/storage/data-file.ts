import { createReadStream } from "node:fs";
import { type FileHandle, open, rename, truncate, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { jsonPieces } from "../json-pieces.ts";
import type { Stored } from "./collection.ts";

/** Where a repair is told, with file and bytes. */
export type Log = (message: string, details: Record<string, unknown>) => void;

const BREAK = 10;
const READ_AT_ONCE = 1_000_000;
const WRITTEN_AT_ONCE = 64_000;

/**
 * Cuts off what follows the last line break: the trace of a process killed in the middle of an append. Answers the
 * bytes cut. Nothing acknowledged is lost, because a write is acknowledged after its whole line, break included.
 */
export async function cutTornTail(file: string): Promise<number> {
  const handle = await open(file, "r");
  const { size } = await handle.stat();
  const whole = await endOfLastLine(handle, size).finally(() => handle.close());
  if (whole < size) await truncate(file, whole);
  return size - whole;
}

/** Looked for from the end: a big file is read once, when it is loaded. */
async function endOfLastLine(handle: FileHandle, size: number): Promise<number> {
  const bytes = Buffer.alloc(Math.min(size, READ_AT_ONCE));
  for (let until = size; until > 0; until -= bytes.length) {
    const from = Math.max(0, until - bytes.length);
    const { bytesRead } = await handle.read(bytes, 0, until - from, from);
    const at = bytes.subarray(0, bytesRead).lastIndexOf(BREAK);
    if (at !== -1) return from + at + 1;
  }
  return 0;
}

/** A line of the file: a document as it is from then on, or the word that it is gone. */
interface Line extends Partial<Stored> {
  $$deleted?: true;
  /** Written by NeDB until the file was this engine's own; the code names the indexes. */
  $$indexCreated?: object;
  $$indexRemoved?: string;
}

export interface Loaded {
  documents: Stored[];
  /** Bytes of the lines that still hold. */
  held: number;
}

/**
 * The documents of a file. Throws for a line that is no document: leaving it out would lose one.
 *
 * @param made of each document that a line holds, with the bytes of the line
 */
export async function readDocuments(file: string, made: (document: Stored, bytes: number) => Stored): Promise<Loaded> {
  const documents = new Map<string, { document: Stored; bytes: number }>();
  let number = 0;
  for await (const bytes of linesOf(file)) {
    number += 1;
    if (bytes.length === 0) continue;
    const line = parsed(bytes, number);
    if (line._id === undefined) continue;
    if (line.$$deleted) documents.delete(line._id);
    else documents.set(line._id, { document: made(line as Stored, bytes.length), bytes: bytes.length + 1 });
  }
  const found = [...documents.values()];
  return {
    documents: found.map(({ document }) => document),
    held: found.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function parsed(bytes: Buffer, number: number): Line {
  let line: Line | null;
  try {
    line = JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new Error(`line ${number} is damaged: ${(error as Error).message}`);
  }
  const isKnown = typeof line?._id === "string" || line?.$$indexCreated || line?.$$indexRemoved;
  if (line === null || !isKnown) throw new Error(`line ${number} is damaged: it holds no document`);
  return line;
}

/** Each line without its break. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: READ_AT_ONCE }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(BREAK); at !== -1; at = chunk.indexOf(BREAK, from)) {
      const end = chunk.subarray(from, at);
      yield begun.length === 0 ? end : Buffer.concat([...begun, end]);
      begun = [];
      from = at + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
}

/** Appends the lines of some documents, in pieces between which others are served. */
export const append = (file: string, lines: readonly Line[]): Promise<void> =>
  writeFile(file, textOf(lines), { flag: "a" });

/** Writes a file anew; a crash leaves either the old one or the new one. */
export async function rewrite(file: string, documents: readonly Stored[]): Promise<void> {
  const fresh = `${file}~`;
  const handle = await open(fresh, "w");
  try {
    await writeFile(handle, textOf(documents));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  const directory = await open(dirname(file), "r");
  await directory.sync().finally(() => directory.close());
}

function* textOf(lines: readonly Line[]): Generator<string> {
  let text = "";
  for (const line of lines) {
    for (const piece of jsonPieces(line)) {
      text += piece;
      if (text.length < WRITTEN_AT_ONCE) continue;
      yield text;
      text = "";
    }
    text += "\n";
  }
  if (text !== "") yield text;
}
