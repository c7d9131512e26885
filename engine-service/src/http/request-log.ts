import type { RequestHandler } from "express";
import type { Logger } from "pino";

/** A key that someone put into an address by mistake. */
const KEY = /fm_[0-9a-f]{12}_[0-9a-f]{64}/g;

/** One line a request: no query string, no body, no headers. Reads and decisions are many, so they are told at level debug. */
export const requestLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const began = performance.now();
    response.once("close", () => {
      const level =
        response.statusCode >= 500
          ? "warn"
          : request.path.startsWith("/api") && request.method !== "GET"
            ? "info"
            : "debug";
      log[level](
        {
          method: request.method,
          path: request.path.replaceAll(KEY, "fm_…"),
          status: response.statusCode,
          ms: Math.round((performance.now() - began) * 10) / 10,
          ...(response.writableFinished ? {} : { brokenOff: true }),
        },
        "request",
      );
    });
    next();
  };
