import { randomUUID } from "node:crypto";
import type { ErrorRequestHandler, Response } from "express";
import type { Logger } from "pino";
import { StoreUnavailable } from "../storage/collection.ts";
import { Problem, unavailable } from "./problem.ts";
import { writeHead } from "./security-headers.ts";

/** The one error handler. What is no Problem is a bug or an outage: logged with an id, answered without details. */
export const errorAnswer =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, _next) => {
    if (request.destroyed && !response.writable) return;
    if (response.headersSent) {
      log.error({ err: error }, "an answer broke off");
      response.destroy();
      return;
    }
    sendProblem(response, toProblem(error, log));
  };

export function sendProblem(response: Response, problem: Problem): void {
  const body = JSON.stringify(problem.body());
  writeHead(response, problem.status, {
    ...problem.headers,
    "Content-Type": "application/problem+json",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
  }).end(body);
}

export function toProblem(error: unknown, log: Logger): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StoreUnavailable) {
    log.warn({ why: error.message }, "the store is away");
    return unavailable("The store cannot be reached at the moment; try again shortly.");
  }
  return fromBodyParser(error) ?? unexpected(error, log);
}

function unexpected(error: unknown, log: Logger): Problem {
  const id = randomUUID();
  log.error({ err: error, id }, "unexpected error");
  return new Problem("unexpected", `This is a fault of the service. It was logged as ${id}.`);
}

/** body-parser and the router throw http-errors; those that blame the caller become problems of ours. */
function fromBodyParser(error: unknown): Problem | undefined {
  const { status, type, limit } = error as { status?: number; type?: string; limit?: number };
  if (status === 413) return new Problem("too-large", `The body may have at most ${limit} bytes.`);
  if (status === 415)
    return new Problem("unsupported-type", "This content encoding is not understood; send it plain or gzipped.");
  if (type === "request.aborted") return new Problem("malformed-request", "The request broke off.");
  if (status === 400)
    return new Problem("malformed-request", "The request cannot be read; its address or its body is damaged.");
  return undefined;
}
