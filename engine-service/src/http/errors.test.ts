import { request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import {
  doors,
  ifMatch,
  personalPayout,
  type Reply,
  STANDARD,
  saleTerms,
  startedWithProgram,
  startService,
} from "../testing/test-service.ts";
import { HTTP_LIMITS } from "./limits.ts";

const EVENT = { program: "acme", eventType: "sale", orderTotal: "100" };

function expectProblem(reply: Reply, status: number, type: string) {
  expect({ status: reply.status, type: reply.body?.type }).toEqual({ status, type: `/problems/${type}` });
  expect(reply.headers.get("content-type")).toBe("application/problem+json");
  expect(reply.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
}

describe("errors (contract 5)", () => {
  it.each([
    ["broken JSON", "POST", "/evaluate", "{", {}, 400, "malformed-json"],
    ["an empty body", "POST", "/evaluate", "", {}, 400, "malformed-json"],
    [
      "another content type",
      "POST",
      "/evaluate",
      "a=1",
      { "Content-Type": "application/x-www-form-urlencoded" },
      415,
      "unsupported-type",
    ],
    [
      "another charset",
      "POST",
      "/evaluate",
      "{}",
      { "Content-Type": "application/json; charset=latin1" },
      415,
      "unsupported-type",
    ],
    ["an unknown encoding", "POST", "/evaluate", "{}", { "Content-Encoding": "zstd-9" }, 415, "unsupported-type"],
    ["an event that is too large", "POST", "/evaluate", `"${"x".repeat(HTTP_LIMITS.event)}"`, {}, 413, "too-large"],
    [
      "a change that is too large",
      "POST",
      "/api/programs",
      `"${"x".repeat(HTTP_LIMITS.change)}"`,
      {},
      413,
      "too-large",
    ],
    ["a list where an object is wanted", "POST", "/evaluate", [], {}, 422, "invalid"],
    ["another currency", "POST", "/evaluate", { ...EVENT, currency: "EUR" }, {}, 422, "invalid"],
    ["an unknown program", "POST", "/evaluate", { ...EVENT, program: "nope" }, {}, 404, "not-found"],
    ["an unknown event type", "POST", "/evaluate", { ...EVENT, eventType: "sail" }, {}, 404, "not-found"],
    ["an unknown address", "GET", "/api/nothing", undefined, {}, 404, "not-found"],
    ["an unknown address outside", "POST", "/nothing", {}, {}, 404, "not-found"],
    ["an unknown program's terms", "GET", "/api/programs/nope/terms/standard", undefined, {}, 404, "not-found"],
    ["unknown terms", "GET", "/api/programs/acme/terms/nope/draft", undefined, {}, 404, "not-found"],
    ["an unknown version", "GET", `${STANDARD}/versions/9`, undefined, {}, 404, "not-found"],
    ["a version that is no number", "GET", `${STANDARD}/versions/one`, undefined, {}, 404, "not-found"],
    [
      "an unknown event type's personal payouts",
      "GET",
      `${STANDARD}/events/nope/personal-payouts`,
      undefined,
      {},
      404,
      "not-found",
    ],
    ["a damaged address", "GET", "/api/programs/%E0%A4%A", undefined, {}, 400, "malformed-request"],
    ["a missing If-Match", "PUT", `${STANDARD}/draft`, saleTerms("1"), {}, 428, "if-match-missing"],
    ["an unquoted If-Match", "PUT", `${STANDARD}/draft`, saleTerms("1"), { "If-Match": "2" }, 400, "malformed-request"],
    ["a star as If-Match", "PUT", `${STANDARD}/draft`, saleTerms("1"), { "If-Match": "*" }, 400, "malformed-request"],
    ["a weak If-Match", "PUT", `${STANDARD}/draft`, saleTerms("1"), { "If-Match": 'W/"2"' }, 400, "malformed-request"],
    ["a stale If-Match", "PUT", `${STANDARD}/draft`, saleTerms("1"), ifMatch(1), 412, "stale"],
    [
      "a taken id",
      "POST",
      "/api/programs",
      { id: "acme", name: "A", currency: "USD", timezone: "UTC" },
      {},
      409,
      "conflict",
    ],
    ["a limit out of range", "GET", "/api/programs?limit=101", undefined, {}, 422, "invalid"],
    ["a limit of nothing", "GET", "/api/programs?limit=0", undefined, {}, 422, "invalid"],
    ["a cursor of one's own", "GET", "/api/programs?cursor=!", undefined, {}, 422, "invalid"],
    ["a query that is not known", "GET", "/api/programs?limt=5", undefined, {}, 422, "invalid"],
  ])("answers %s with its problem", async (_what, method, path, body, headers, status, type) => {
    const { service } = await startedWithProgram();
    expectProblem(await service.send(method, path, body, headers as Record<string, string>), status, type);
  });

  it("says which methods there are instead of the one that is not", async () => {
    const { service } = await startedWithProgram();
    const reply = await service.send("DELETE", "/api/programs");
    expectProblem(reply, 405, "method-not-allowed");
    expect(reply.headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
    expect((await service.send("GET", "/evaluate")).status).toBe(405);
    expect((await service.send("OPTIONS", "/api/programs")).headers.get("allow")).toBe("GET, HEAD, POST, OPTIONS");
  });

  it("names every fault by its pointer, with a suggestion for a misspelt field", async () => {
    const { service } = await startedWithProgram();
    const reply = await service.send("POST", "/evaluate", { ...EVENT, ordertotal: "1", orderDiscount: "-1" });
    expectProblem(reply, 422, "invalid");
    expect(reply.body.errors).toEqual([
      expect.objectContaining({ pointer: "/orderDiscount" }),
      { pointer: "/ordertotal", message: '"ordertotal" is not known here. Did you mean "orderTotal"?' },
    ]);
    expect(reply.body.detail).toMatch(/^2 faults; the first: /);
  });

  it("names the revision of today in a stale answer, so that the change can be made again", async () => {
    const { service } = await startedWithProgram();
    const reply = await service.send("PUT", `${STANDARD}/draft`, saleTerms("1"), ifMatch(1));
    expect(reply.headers.get("etag")).toBe('"2"');
    expect(reply.body.detail).toContain("it is at 2 now");
  });

  it("tells terms that were never published apart from an unknown program", async () => {
    const service = await startService();
    await doors(service).createProgram();
    expectProblem(await service.send("POST", "/evaluate", EVENT), 404, "never-published");
  });

  it("reads a gzipped body, and counts its bytes unpacked", async () => {
    const { service } = await startedWithProgram();
    const { gzipSync } = await import("node:zlib");
    const post = (text: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = { "Content-Type": "application/json", "Content-Encoding": "gzip" };
        const call = httpRequest(`${service.url}/evaluate`, { method: "POST", headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        call.on("error", reject).end(gzipSync(text));
      });
    expect(await post(JSON.stringify(EVENT))).toBe(200);
    expect(await post(`"${" ".repeat(HTTP_LIMITS.event)}"`)).toBe(413);
  });

  it("never shows what went wrong inside, but logs it under the id that it names", async () => {
    const { service } = await startedWithProgram();
    service.rooms.known.program = () => {
      throw new Error("secret of the house");
    };
    const reply = await service.send("POST", "/evaluate", EVENT);
    expectProblem(reply, 500, "unexpected");
    expect(reply.text).not.toContain("secret");
    const id = /logged as (\S+)\./.exec(reply.body.detail)?.[1] as string;
    expect(service.logged.find((line) => line.includes(id))).toContain("secret of the house");
  });

  it("logs neither queries nor bodies", async () => {
    const { service } = await startedWithProgram();
    await service.send("GET", "/api/programs?cursor=c2VjcmV0");
    await service.send("POST", `${STANDARD}/events/sale/personal-payouts`, personalPayout("secret", "p", "1"));
    expect(service.logged.join("\n")).not.toMatch(/secret|c2VjcmV0/);
  });

  it("hides what it runs on, and sends the headers that protect a browser", async () => {
    const { headers } = await (await startService()).send("GET", "/healthz");
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("content-security-policy")).toContain("script-src 'self'");
  });
});
