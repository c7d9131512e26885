import type { Problem } from "@firstmatch/shared-types";
import { ProblemError } from "./problem-error.ts";
import { signedIn } from "./signed-in.ts";

/** What a schema of shared-types can do; all that is needed of it here. */
interface Shape<T> {
  parse: (input: unknown) => T;
}

interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  body?: unknown;
  /** Sent as it is, instead of a body. */
  file?: Blob;
  /** What it is asked for instead of JSON. */
  accept?: string;
  signal?: AbortSignal;
  /** The revision that this write was made from; a newer one at the service refuses it with 412. */
  ifMatch?: number;
}

/**
 * Asks the service, checks the shape of what comes back, throws the problem that it names. A request that comes back
 * because the session has ended waits for the same person to sign in again, and is sent once more; so is a write whose
 * token is of a session that was replaced in another window.
 */
export async function request<T>(shape: Shape<T>, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await answerOf(path, options);
  return shape.parse(response.status === 204 ? undefined : await response.json());
}

/** The answer as it comes in, a line of JSON at a time; where it breaks off it was no whole answer, and throws. */
export async function* requestLines(path: string, options: RequestOptions): AsyncGenerator<unknown> {
  const { body } = await answerOf(path, { ...options, accept: "application/x-ndjson" });
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}

async function answerOf(path: string, options: RequestOptions): Promise<Response> {
  let response = await send(path, options);
  const isWrite = options.method !== undefined;
  const outside = response.status === 401 || (response.status === 403 && isWrite);
  // The session itself answers 401 to a wrong key.
  if (outside && path !== SESSION && (await signedIn.again(isWrite))) response = await send(path, options);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response;
}

export const SESSION = "/api/session";

/** Answers that are on their way before anybody wants them. Each is for the first who does, while it is fresh. */
const ahead = new Map<string, Promise<Response>>();

/** Asks now for what is certain to be wanted in a moment, by a page whose code is still loading. */
export function askAhead(path: string): void {
  const answer = send(path, {});
  // Whether it was answered is for whoever takes it.
  answer.catch(() => undefined);
  ahead.set(path, answer);
  setTimeout(() => ahead.delete(path), FRESH_MS);
}

/** Others may have saved since. A page whose code takes longer asks again. */
const FRESH_MS = 10_000;

function send(path: string, options: RequestOptions): Promise<Response> {
  const asked = options.method === undefined ? ahead.get(path) : undefined;
  if (asked !== undefined && ahead.delete(path)) return asked;
  const { method = "GET", body, file, ifMatch, accept = "application/json", signal = null } = options;
  const headers = new Headers({ accept });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (file !== undefined) headers.set("content-type", file.type);
  if (ifMatch !== undefined) headers.set("if-match", `"${ifMatch}"`);
  if (method !== "GET" && signedIn.csrfToken !== null) headers.set("x-csrf-token", signedIn.csrfToken);
  const sent = body === undefined ? file : JSON.stringify(body);
  return fetch(path, { method, headers, signal, ...(sent !== undefined && { body: sent }) }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Error("The service cannot be reached.", { cause: error });
  });
}

/** For answers without a body. */
export const Nothing: Shape<undefined> = { parse: () => undefined };

/**
 * For answers that the service has checked itself, by the same version of shared-types: what is only shown, and the
 * first thing that is shown, does not wait for schemas to load.
 */
export const asTold = <T>(): Shape<T> => ({ parse: (answer) => answer as T });

/** A proxy in between may answer with something that is no problem document. */
async function problemOf(response: Response): Promise<Problem> {
  const read: Partial<Problem> | undefined = await response.json().catch(() => undefined);
  if (typeof read?.status === "number" && typeof read.detail === "string" && Array.isArray(read.errors))
    return read as Problem;
  const title = `The service answered ${response.status} ${response.statusText}`.trim();
  return { type: "about:blank", title, status: response.status, detail: `${title}.`, errors: [] };
}

/** An address whose parts are encoded: path`/api/programs/${program}`. */
export const path = (literals: TemplateStringsArray, ...parts: (string | number)[]): string =>
  String.raw({ raw: literals }, ...parts.map((part) => encodeURIComponent(part)));

/** `?a=1&b=2` of what is given; nothing when nothing is. */
export function query(parameters: Record<string, string | number | undefined | null>): string {
  const given = Object.entries(parameters).flatMap(([key, value]) =>
    value === undefined || value === null || value === "" ? [] : [[key, String(value)] as [string, string]],
  );
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}
