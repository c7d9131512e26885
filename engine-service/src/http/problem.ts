import type { Fault, Problem as ProblemBody } from "@firstmatch/shared-types";
import { HTTP_LIMITS, RETRY_AFTER_S } from "./limits.ts";

/** Every kind of error answer; README.md explains each. The key is the last step of its `type`. */
export const PROBLEM_TYPES = {
  "malformed-json": { status: 400, title: "The body is not JSON" },
  "malformed-request": { status: 400, title: "The request cannot be read" },
  "not-signed-in": { status: 401, title: "Sign in first" },
  "not-allowed": { status: 403, title: "This is not allowed" },
  "not-found": { status: 404, title: "Not found" },
  "never-published": { status: 404, title: "These terms were never published" },
  "method-not-allowed": { status: 405, title: "This method does not exist here" },
  conflict: { status: 409, title: "It does not fit what is there" },
  stale: { status: 412, title: "It has moved on" },
  "too-large": { status: 413, title: "The body is too large" },
  "unsupported-type": { status: 415, title: "This content type is not understood" },
  invalid: { status: 422, title: "The request has faults" },
  "if-match-missing": { status: 428, title: "If-Match is missing" },
  "too-many-attempts": { status: 429, title: "Too many wrong keys" },
  unexpected: { status: 500, title: "Something went wrong here" },
  unavailable: { status: 503, title: "Not possible at the moment" },
} as const;
export type ProblemType = keyof typeof PROBLEM_TYPES;

/** An error answer on its way out. Made by the named functions below, answered by the one error handler. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly type: ProblemType;
  readonly faults: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(type: ProblemType, detail: string, faults: readonly Fault[] = [], headers: Record<string, string> = {}) {
    super(detail);
    this.type = type;
    this.faults = faults;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEM_TYPES[this.type].status;
  }

  body(): ProblemBody {
    const { status, title } = PROBLEM_TYPES[this.type];
    const errors = this.faults.slice(0, HTTP_LIMITS.faults);
    return { type: `/problems/${this.type}`, title, status, detail: this.message, errors };
  }
}

export const notFound = (detail: string, faults: readonly Fault[] = []) => new Problem("not-found", detail, faults);
export const conflict = (detail: string) => new Problem("conflict", detail);

export const notAllowed = (detail: string) => new Problem("not-allowed", detail);

export const notSignedIn = (detail: string) =>
  new Problem("not-signed-in", detail, [], { "WWW-Authenticate": "Bearer" });

/** @param seconds after which the address may try again */
export const tooManyAttempts = (seconds: number) =>
  new Problem("too-many-attempts", `Too many wrong keys came from here; try again in ${seconds} seconds.`, [], {
    "Retry-After": String(seconds),
  });

/** Refused whole, with every fault. */
export function invalid(faults: readonly Fault[]): Problem {
  const [first] = faults;
  const where = first?.pointer ? `${first.pointer} ` : "";
  const detail =
    faults.length === 1 ? `${where}${first?.message}` : `${faults.length} faults; the first: ${where}${first?.message}`;
  return new Problem("invalid", detail, faults);
}

export const fault = (pointer: string, message: string) => invalid([{ pointer, message }]);

/** @param what as it stands in a sentence: "the draft" */
export const stale = (what: string, named: number, current: number) =>
  new Problem(
    "stale",
    `${what} has moved on: If-Match names revision ${named}, it is at ${current} now. Nothing was changed; read it again and repeat.`,
    [],
    { ETag: etag(current) },
  );

export const unavailable = (detail: string) =>
  new Problem("unavailable", detail, [], { "Retry-After": String(RETRY_AFTER_S) });

export const etag = (revision: number): string => `"${revision}"`;
