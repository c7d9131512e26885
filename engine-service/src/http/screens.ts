import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type Express, type Request, static as serveStatic } from "express";
import { gzippedAssets } from "./gzipped-assets.ts";

const NOT_BUILT =
  "The screens are not built. Run `npm run build` in the repository, or use the API: its documentation is at /docs.\n";

/** The first step of every address that is not a screen's; unknown ones there are errors, not screens. */
const NOT_SCREENS = /^\/(assets|api|evaluate|simulate|healthz|readyz|openapi\.json|docs|r)(\/|$)/;

const AFRESH = { "Cache-Control": "no-cache" };

/** A browser that goes somewhere asks for HTML; names in an address may have dots, so those say little. */
const asksForPage = ({ method, path, headers }: Request): boolean =>
  (method === "GET" || method === "HEAD") && (!/\.\w+$/.test(path) || (headers.accept ?? "").includes("text/html"));

/** Serves the built screens at /, with their client routes; says so plainly when there are none. */
export function mountScreens(app: Express, folder: string): void {
  const index = join(folder, "index.html");
  const screens = express.Router();
  const assets = join(folder, "assets");
  // Hashed names never change their content; everything else is asked for again each time.
  const forGood = { "Cache-Control": "public, max-age=31536000, immutable" };
  screens.use("/assets", gzippedAssets(assets, forGood));
  screens.use("/assets", serveStatic(assets, { index: false, setHeaders: (response) => response.set(forGood) }));
  screens.use(serveStatic(folder, { index: false, setHeaders: (response) => response.set(AFRESH) }));
  screens.use((request, response, next) => {
    if (!asksForPage(request) || NOT_SCREENS.test(request.path)) next();
    else if (!existsSync(index)) response.status(503).type("text/plain").send(NOT_BUILT);
    else response.set(AFRESH).sendFile(index, { cacheControl: false });
  });
  app.use(screens);
}
