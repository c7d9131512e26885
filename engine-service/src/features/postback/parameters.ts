import type { Request, Response } from "express";
import { mediaType, readBytes, sentAsUtf8 } from "../../http/body.ts";
import { readJson } from "../../http/json.ts";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { fault, Problem } from "../../http/problem.ts";

/** One parameter, as it came. */
export interface Parameter {
  name: string;
  /** Text, unless the body was JSON. */
  value: unknown;
  /** Percent signs that stand for no text; the value is as it was sent. */
  damaged?: true;
}

export const FORM = "application/x-www-form-urlencoded";

/** name=value&name=value, in a query or a form. */
export function readPairs(text: string): Parameter[] {
  const pairs = text.split("&").filter((pair) => pair !== "");
  if (pairs.length > HTTP_LIMITS.jsonFields)
    throw fault("", `has ${pairs.length} parameters; at most ${HTTP_LIMITS.jsonFields} are read`);
  return pairs.map((pair) => {
    const at = pair.includes("=") ? pair.indexOf("=") : pair.length;
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    try {
      return { name: decoded(name), value: decoded(value) };
    } catch {
      return { name, value, damaged: true };
    }
  });
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll("+", " "));

export const queryParameters = (request: Request): Parameter[] =>
  readPairs(request.originalUrl.split("?").slice(1).join("?"));

/** The bytes of the body, none where there is none. */
export async function bodyBytes(request: Request, response: Response): Promise<Buffer> {
  const sent = mediaType(request);
  const isEmpty = sent === "" && (request.headers["content-length"] ?? "0") === "0";
  if (isEmpty && request.headers["transfer-encoding"] === undefined) return Buffer.alloc(0);
  if (![FORM, "application/json"].includes(sent) || !sentAsUtf8(request))
    throw new Problem(
      "unsupported-type",
      `The parameters stand in the query, or in a body as ${FORM} or application/json in UTF-8; the body was sent ${sent === "" ? "without a content type" : `as ${request.headers["content-type"]}`}.`,
    );
  return readBytes(request, response, HTTP_LIMITS.change);
}

export function bodyParameters(type: string, bytes: Buffer): Parameter[] {
  if (bytes.length === 0) return [];
  if (type === FORM) return readPairs(bytes.toString());
  const value = readJson(bytes);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw fault("", "must be one JSON object with the parameters as its fields");
  return Object.entries(value).map(([name, held]) => ({ name, value: held }));
}
