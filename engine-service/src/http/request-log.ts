import type { Request, Response } from "express";
import type { Logger } from "pino";
import { withoutKeys } from "./without-keys.ts";

/** One line a request: no query string, no body, no headers. Reads and decisions are many, so they are told at level debug. */
export const requestLog =
  (log: Logger) =>
  (request: Request, response: Response): void => {
    const began = performance.now();
    response.on("close", () => {
      const level =
        response.statusCode >= 500
          ? "warn"
          : request.path.startsWith("/api") && request.method !== "GET"
            ? "info"
            : "debug";
      if (!log.isLevelEnabled(level)) return;
      log[level](
        {
          method: request.method,
          path: withoutKeys(request.path),
          status: response.statusCode,
          ms: Math.round((performance.now() - began) * 10) / 10,
          ...(response.writableFinished ? {} : { brokenOff: true }),
        },
        "request",
      );
    });
  };
