import type { Express } from "express";
import { describe, expect, it } from "vitest";
import { startService } from "../testing/test-service.ts";

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/** What the running router really answers, read from its own stack. */
const mounted = (app: Express): string[] =>
  (app.router.stack as unknown as Layer[]).flatMap(({ route }) =>
    Object.keys(route?.methods ?? {})
      .filter((method) => method !== "_all")
      .map((method) => `${method} ${route?.path.replaceAll(/:(\w+)/g, "{$1}")}`),
  );

const appOf = async () => {
  const service = await startService();
  const document = (await service.send("GET", "/openapi.json")).body;
  return { service, document, app: service.server.listeners("request")[0] as Express };
};

describe("GET /openapi.json", () => {
  it("describes every mounted route, and none that is not", async () => {
    const { app, document } = await appOf();
    const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const routes = mounted(app).filter((route) => route !== "get /docs/swagger-initializer.js");
    expect(described.sort()).toEqual(routes.sort());
    expect(described.length).toBeGreaterThan(25);
  });

  it("refers only to schemas that it has", async () => {
    const { document } = await appOf();
    const named = Object.keys(document.components.schemas);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
    expect(references.length).toBeGreaterThan(30);
    for (const reference of new Set(references))
      expect(named.map((name) => `#/components/schemas/${name}`)).toContain(reference);
    expect(JSON.stringify(document)).not.toMatch(/"\$schema"|"\$id"/);
  });

  it("gives every operation a name of its own, a sentence, its problems and its path's parameters", async () => {
    const { document } = await appOf();
    const operations = Object.entries(document.paths as Record<string, Record<string, OperationShape>>).flatMap(
      ([path, methods]) => Object.values(methods).map((operation) => ({ path, ...operation })),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { path, summary, responses, parameters } of operations) {
      expect(summary).not.toBe("");
      expect(Object.keys(responses)).toContain("500");
      const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => `{${name}}`);
      expect(inPath).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  });

  it("says which key each route needs, and what the door may answer", async () => {
    const { document } = await appOf();
    expect(Object.keys(document.components.securitySchemes)).toEqual(["key", "keyInQuery", "session", "csrfToken"]);
    const { "/healthz": health, "/api/programs": programs, "/api/session": session } = document.paths;
    expect([health.get.security, session.get.security]).toEqual([[], []]);
    expect(programs.get.security).toEqual([{ key: [] }, { session: [] }]);
    expect(programs.post.security).toEqual([{ key: [] }, { session: [], csrfToken: [] }]);
    expect(programs.post.description).toContain("Needs the permission `publish`: admin, publisher.");
    expect(Object.keys(programs.get.responses)).toEqual(expect.arrayContaining(["401", "403", "429"]));
    expect(Object.keys(health.get.responses)).not.toContain("401");
  });

  it("shows amounts, conditions and event facts as what they are, not as anything", async () => {
    const { document } = await appOf();
    const { EvaluateRequest, Payout, Terms } = document.components.schemas;
    expect(JSON.stringify(Payout.properties.partner)).toContain("A percent like");
    expect(JSON.stringify(Terms)).not.toContain("{}");
    expect(JSON.stringify(EvaluateRequest.properties.orderTotal)).toContain("pattern");
    expect(EvaluateRequest.required).toEqual(["program", "eventType"]);
  });
});

describe("a query parameter", () => {
  it("is required where the route cannot do without, and says what a day is", async () => {
    const { document } = await appOf();
    const parametersOf = (path: string) =>
      (document.paths[path].get.parameters as { name: string; in: string; required: boolean; schema: object }[]).filter(
        (parameter) => parameter.in === "query",
      );
    const report = parametersOf("/api/programs/{program}/report");
    expect(report.map(({ name, required }) => [name, required])).toEqual([
      ["from", true],
      ["until", true],
      ["partner", false],
    ]);
    expect(report[0]?.schema).toMatchObject({ type: "string", format: "date" });
    expect(parametersOf("/api/programs/{program}/conversions").filter(({ required }) => required)).toEqual([]);
  });
});

interface OperationShape {
  operationId: string;
  summary: string;
  responses: object;
  parameters: { in: string; name: string }[];
}

describe("GET /docs", () => {
  it("is a page without inline scripts, all of it served from here", async () => {
    const { service } = await appOf();
    const page = await service.send("GET", "/docs/");
    expect(page.status).toBe(200);
    const scripts = [...page.text.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, inside] of scripts) {
      expect(inside?.trim()).toBe("");
      const file = /src="\.\/([^"]+)"/.exec(attributes ?? "")?.[1];
      expect((await service.send("GET", `/docs/${file}`)).status).toBe(200);
    }
    expect((await service.send("GET", "/docs/swagger-initializer.js")).text).toContain('url: "/openapi.json"');
  });
});
