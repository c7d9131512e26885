import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Express, static as serveStatic } from "express";

const NOT_BUILT =
  "The screens are not built. Run `npm run build` in the repository, or use the API: its documentation is at /docs.\n";

/** The first step of every address that is not a screen's; unknown ones there are errors, not screens. */
const NOT_SCREENS = /^\/(api|evaluate|simulate|healthz|readyz|openapi\.json|docs)(\/|$)/;

/** Serves the built screens at /, with their client routes; says so plainly when there are none. */
export function mountScreens(app: Express, folder: string): void {
  const index = join(folder, "index.html");
  const screens = express.Router();
  // Hashed names never change their content; everything else is asked for again each time.
  screens.use("/assets", serveStatic(join(folder, "assets"), { immutable: true, maxAge: "1y", index: false }));
  screens.use(
    serveStatic(folder, {
      index: false,
      cacheControl: false,
      setHeaders: (response) => response.setHeader("Cache-Control", "no-cache"),
    }),
  );
  screens.use((request, response, next) => {
    const asksForPage = ["GET", "HEAD"].includes(request.method) && !/\.\w+$/.test(request.path);
    if (!asksForPage || NOT_SCREENS.test(request.path)) next();
    else if (!existsSync(index)) response.status(503).type("text/plain").send(NOT_BUILT);
    else response.set("Cache-Control", "no-cache").sendFile(index);
  });
  app.use(screens);
}
