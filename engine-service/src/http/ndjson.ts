import { once } from "node:events";
import type { Request, Response } from "express";
import { plainText, readJson, readPlainJson } from "./json.ts";
import { HTTP_LIMITS } from "./limits.ts";
import { writeHead } from "./security-headers.ts";

/**
 * One line, or the news that it was longer than allowed; blank lines are left out. Counted from 1, blank ones too. It is
 * text where plainText is sure of it, else bytes.
 */
export type Line = { number: number } & ({ text: string } | { bytes: Buffer } | { tooLong: true });

/**
 * Cuts a stream of bytes into lines, holding no more than one unfinished line; gives all lines that a chunk completes.
 * Plain text is made of a chunk as a whole, since line by line that takes as long as half of a decision.
 */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  limit: number = HTTP_LIMITS.event,
): AsyncGenerator<Line[]> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const hold = (part: Buffer) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const finished = (): Line[] => {
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const line = length > limit ? { number, tooLong: true as const } : { number, bytes };
    [parts, length] = [[], 0];
    number += 1;
    return "tooLong" in line || bytes.some((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) ? [line] : [];
  };
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    const text = plainText(chunk);
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      if (text?.[from] === "{" && length === 0 && end - from <= limit) {
        lines.push({ number, text: text.slice(from, end) });
        number += 1;
      } else {
        hold(chunk.subarray(from, end));
        lines.push(...finished());
      }
      from = end + 1;
    }
    hold(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last = length > 0 ? finished() : [];
  if (last.length > 0) yield last;
}

/** The JSON of a line. */
export const readLine = (line: { text: string } | { bytes: Buffer }): unknown =>
  "text" in line ? readPlainJson(line.text) : readJson(line.bytes);

/** Resolves when more may be written. Text of as many bytes as characters is ASCII, which Node writes faster when told so. */
async function write(response: Response, text: string, gone: AbortSignal): Promise<void> {
  const encoding = Buffer.byteLength(text) === text.length ? "latin1" : "utf8";
  if (text !== "" && !response.write(text, encoding)) await once(response, "drain", { signal: gone });
}

/** Characters gathered before they are written: few system calls for short answers, little memory for long ones. */
const WRITE_AT = 64_000;

/**
 * Answers each line by a line, in order. Reads on only when what was written has gone out, so a slow reader slows the
 * sender instead of filling the memory; stops when the client has gone.
 */
export async function answerLines(
  request: Request,
  response: Response,
  answer: (line: Line) => string | Promise<string>,
): Promise<void> {
  writeHead(response, 200, { "Content-Type": "application/x-ndjson; charset=utf-8", "Cache-Control": "no-store" });
  response.flushHeaders();
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    for await (const lines of linesOf(request)) {
      let out = "";
      for (const line of lines) {
        const answered = answer(line);
        // Waiting for what is there already would cost as much as the rest of a line.
        out += `${answered instanceof Promise ? await answered : answered}\n`;
        if (out.length >= WRITE_AT) {
          await write(response, out, gone.signal);
          out = "";
        }
        if (gone.signal.aborted) return;
      }
      await write(response, out, gone.signal);
    }
    response.end();
  } catch (error) {
    // The client went away, in the middle of a line or of an answer: nobody is left to be told.
    if (!gone.signal.aborted && !request.destroyed) throw error;
  }
}
