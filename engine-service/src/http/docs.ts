import { createRequire } from "node:module";
import { dirname } from "node:path";
import { type Express, static as serveStatic } from "express";

/** swagger-ui-dist's page loads this file; a script inside the page would be refused by the security headers. */
const INITIALIZER = `window.ui = SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
});
`;

/** The documentation page, all from the package: it works offline. */
export function mountDocs(app: Express): void {
  const folder = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  app.get("/docs/swagger-initializer.js", (_request, response) => {
    response.type("text/javascript").send(INITIALIZER);
  });
  app.use("/docs", serveStatic(folder, { maxAge: "1h" }));
}
