import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** What tells browsers to be careful with an answer: helmet's headers, worked out once, since all answers have the same. */
const HEADERS = headersOfHelmet();

function headersOfHelmet(): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const kept = {
    setHeader(name: string, value: string) {
      headers[name] = value;
    },
    removeHeader(name: string) {
      delete headers[name];
    },
  };
  // The service itself speaks plain HTTP, so a page must not be told to fetch everything by HTTPS.
  const guard = helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  guard({} as Request, kept as unknown as Response, () => {});
  return headers;
}

/** For answers that others write: files, pages. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  next();
};

/** Names and values by turns, the form that is written fastest. */
const IN_TURNS: readonly (string | number)[] = Object.entries(HEADERS).flat();
const VALUE_AT = new Map(Object.keys(HEADERS).map((name, at) => [name, 2 * at + 1]));

/** Begins an answer. Its headers are written all at once: set one by one, they took as long as finding the payout. */
export function writeHead(
  response: Response,
  status: number,
  own: Readonly<Record<string, string | number>>,
): Response {
  const headers = IN_TURNS.slice();
  for (const name in own) {
    const value = own[name] as string | number;
    const at = VALUE_AT.get(name);
    if (at === undefined) headers.push(name, value);
    else headers[at] = value;
  }
  return response.writeHead(status, headers as string[]);
}
