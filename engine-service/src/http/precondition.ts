import type { Request } from "express";
import { Problem } from "./problem.ts";

/** The revision that the caller's change was made from. */
export function ifMatch(request: Request): number {
  const sent = request.headers["if-match"];
  if (sent === undefined)
    throw new Problem("if-match-missing", 'Send If-Match with the ETag that your change was made from, like "7".');
  const revision = /^"(\d{1,15})"$/.exec(sent.trim())?.[1];
  if (revision === undefined)
    throw new Problem("malformed-request", 'If-Match must name one revision in quotation marks, like "7".');
  return Number(revision);
}
