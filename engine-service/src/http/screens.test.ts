import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startService, temporaryFolder } from "../testing/test-service.ts";

async function built() {
  const screens = await temporaryFolder();
  await mkdir(join(screens, "assets"));
  await writeFile(join(screens, "index.html"), "<h1>screens</h1>");
  await writeFile(join(screens, "assets", "app-1a2b.js"), "run()");
  return startService({ screens });
}

describe("the screens", () => {
  it.each(["/", "/programs/acme", "/programs/acme/terms/standard"])(
    "answer at %s, asked for anew each time",
    async (path) => {
      const page = await (await built()).send("GET", path);
      expect([page.status, page.text, page.headers.get("cache-control")]).toEqual([
        200,
        "<h1>screens</h1>",
        "no-cache",
      ]);
    },
  );

  it("answer an address with a dot in it when a browser goes there", async () => {
    const page = await (await built()).send("GET", "/programs/acme/terms/standard/events/app.install", undefined, {
      Accept: "text/html,application/xhtml+xml",
    });
    expect([page.status, page.text]).toEqual([200, "<h1>screens</h1>"]);
  });

  it("come packed to those who can unpack them, and plain to others", async () => {
    const service = await built();
    const packed = await service.send("GET", "/assets/app-1a2b.js", undefined, { "Accept-Encoding": "gzip" });
    const plain = await service.send("GET", "/assets/app-1a2b.js", undefined, { "Accept-Encoding": "identity" });
    expect([packed.headers.get("content-encoding"), plain.headers.get("content-encoding")]).toEqual(["gzip", null]);
    for (const { status, text, headers } of [packed, plain]) {
      expect([status, text, headers.get("vary")]).toEqual([200, "run()", "Accept-Encoding"]);
      expect(headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    }
  });

  it("keep hashed files for good", async () => {
    const file = await (await built()).send("GET", "/assets/app-1a2b.js");
    expect([file.status, file.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
  });

  it.each([
    "/api/nothing",
    "/evaluate/nothing",
    "/docs/nothing",
    "/assets/gone.js",
    "/assets/..%2f..%2fpackage.json",
    "/favicon.ico",
  ])("leave %s to be an error", async (path) => {
    const reply = await (await built()).send("GET", path);
    expect([reply.status, reply.body.type]).toEqual([404, "/problems/not-found"]);
  });

  it("say plainly that they are not built, and the service works all the same", async () => {
    const service = await startService();
    const page = await service.send("GET", "/");
    expect([page.status, page.text]).toEqual([503, expect.stringContaining("npm run build")]);
    expect((await service.send("GET", "/healthz")).body).toEqual({ status: "alive" });
  });
});
