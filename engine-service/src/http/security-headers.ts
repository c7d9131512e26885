import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/**
 * What tells browsers to be careful with an answer: helmet's headers. They are the same for every answer, so they are
 * worked out once.
 */
export function securityHeaders(): RequestHandler {
  const headers = new Map<string, string>();
  const kept = {
    setHeader: (name: string, value: string) => void headers.set(name, value),
    removeHeader: (name: string) => void headers.delete(name),
  };
  // The service itself speaks plain HTTP, so a page must not be told to fetch everything by HTTPS.
  const guard = helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  guard({} as Request, kept as unknown as Response, () => {});
  return (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}
