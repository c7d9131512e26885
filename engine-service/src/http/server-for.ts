import { createServer, IncomingMessage, type Server, type ServerOptions, ServerResponse } from "node:http";
import type { Express } from "express";

/**
 * A server for an app, not listening yet.
 *
 * Express gives each request and response another prototype, and from then on all of node's own code is slow on them:
 * that was most of what a request cost. Here they are made with the prototypes that it would give them, so there is
 * nothing left to change. Routers keep it so; a whole app that is mounted inside the app brings the change back.
 */
export function serverFor(app: Express, options: ServerOptions = {}): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse<AppRequest> {}
  app.request = endow(AppRequest.prototype, app.request);
  app.response = endow(AppResponse.prototype, app.response);
  return createServer({ ...options, IncomingMessage: AppRequest, ServerResponse: AppResponse }, app);
}

/** Copies all that Express adds, flat: down a longer chain it would be found more slowly. */
function endow<T extends object>(prototype: object, extended: T): T {
  const inherited = Object.getPrototypeOf(prototype);
  for (let from: object = extended; from !== inherited; from = Object.getPrototypeOf(from))
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(from)))
      if (!Object.hasOwn(prototype, key)) Object.defineProperty(prototype, key, property);
  return prototype as T;
}
