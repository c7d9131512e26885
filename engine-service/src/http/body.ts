import { type Request, type Response, raw } from "express";
import { Problem } from "./problem.ts";
import { readLongJson } from "./read-long-json.ts";

/** The media type of the body, without its parameters. */
export function mediaType({ headers: { "content-type": type = "" } }: Request): string {
  const end = type.indexOf(";");
  return (end === -1 ? type : type.slice(0, end)).trim().toLowerCase();
}

export const sentAsUtf8 = (request: Request): boolean =>
  /^utf-?8$/i.test(/charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers["content-type"] ?? "")?.[1] ?? "utf-8");

/** The JSON body of a request; a wrong type is refused before anything is read. */
export async function readBody(request: Request, response: Response, limit: number): Promise<unknown> {
  const sent = mediaType(request);
  if (sent !== "application/json" || !sentAsUtf8(request)) {
    const what = sent === "" ? "without a content type" : `as ${request.headers["content-type"]}`;
    throw new Problem("unsupported-type", `The body must be application/json in UTF-8; it was sent ${what}.`);
  }
  const bytes = await readBytes(request, response, limit);
  if (bytes.length === 0) throw new Problem("malformed-json", "The body is empty; it must be JSON.");
  return readLongJson(bytes);
}

/** The body of a request, unpacked where it was sent gzipped. */
export const readBytes = (request: Request, response: Response, limit: number): Promise<Buffer> =>
  isPlain(request, limit) ? readPlain(request) : readAny(request, response, limit);

/** Neither packed nor too long: Node holds the sender to the length that it named. */
const isPlain = ({ headers }: Request, limit: number): boolean =>
  headers["content-encoding"] === undefined && Number(headers["content-length"]) <= limit;

/** What body-parser looks after does not arise here, and half of what a request cost was its looking. */
function readPlain(request: Request): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)));
    request.on("error", () => reject(new Problem("malformed-request", "The request broke off.")));
  });
}

async function readAny(request: Request, response: Response, limit: number): Promise<Buffer> {
  const read = raw({ type: () => true, limit });
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
