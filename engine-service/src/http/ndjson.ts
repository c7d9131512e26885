import { once } from "node:events";
import type { Request, Response } from "express";
import { HTTP_LIMITS } from "./limits.ts";
import { writeHead } from "./security-headers.ts";

/** One line, or the news that it was longer than allowed; blank lines are left out. Counted from 1, blank ones too. */
export type Line = { number: number; bytes: Buffer } | { number: number; tooLong: true };

/** Cuts a stream of bytes into lines, holding no more than one unfinished line; gives all lines that a chunk completes. */
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
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, from)) {
      hold(chunk.subarray(from, end));
      lines.push(...finished());
      from = end + 1;
    }
    hold(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  const last = length > 0 ? finished() : [];
  if (last.length > 0) yield last;
}

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
  answer: (line: Line) => unknown,
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
        out += `${JSON.stringify(answered instanceof Promise ? await answered : answered)}\n`;
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
