import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Express } from "express";
import { describe, expect, it, onTestFinished } from "vitest";
import { serverFor } from "./server-for.ts";

/** An app that uses what Express adds to requests and responses. */
function app(): Express {
  const made = express();
  made.disable("x-powered-by");
  made.get("/asked/:name", (request, response) => {
    const { params, query, path, originalUrl, baseUrl, secure, protocol, hostname, xhr, fresh } = request;
    const languages = request.acceptsLanguages();
    const told = { params, query, path, originalUrl, baseUrl, secure, protocol, hostname, xhr, fresh, languages };
    response.json({ ...told, has: request.get("X-Thing"), is: request.is("json") || null });
  });
  made.get("/cookie", (_, response) => void response.cookie("a", "1", { httpOnly: true }).clearCookie("b").send("set"));
  made.get("/away", (_, response) => response.redirect(301, "/asked/there"));
  made.get("/kept", (_, response) => void response.set("ETag", '"1"').send("kept"));
  made.get("/kinds", (_, response) => {
    response.vary("Accept").links({ next: "/kinds?page=2" });
    response.format({ json: () => response.json({}), text: () => response.send("plain") });
  });
  made.get("/late", async () => {
    throw Object.assign(new Error("Late"), { status: 418 });
  });
  made.get("/thrown", () => {
    throw Object.assign(new Error("Thrown"), { status: 422 });
  });
  made.post("/echo", express.json(), (request, response) => response.status(201).json(request.body));
  const router = express.Router();
  router.get("/below", (request, response) => response.json([request.baseUrl, request.url, request.route.path]));
  made.use("/mounted", router);
  made.use("/files", express.static(import.meta.dirname));
  made.use((error: Error & { status?: number }, _q: express.Request, response: express.Response, _n: unknown) => {
    response.status(error.status ?? 500).json({ error: error.message });
  });
  return made;
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const PROBES: [string, string, RequestInit?][] = [
  ["params and query", "/asked/a%20b?one=1&two=2&two=3"],
  ["headers", "/asked/x", { headers: { "X-Thing": "yes", "Accept-Language": "de, en;q=0.5", Host: "example.org" } }],
  ["a parameter that cannot be read", "/asked/%E0%A4%A"],
  ["cookies", "/cookie"],
  ["a redirection", "/away", { redirect: "manual" }],
  ["what is there already", "/kept", { headers: { "If-None-Match": '"1"' } }],
  ["HEAD", "/kept", { method: "HEAD" }],
  ["OPTIONS", "/kept", { method: "OPTIONS" }],
  ["another method", "/kept", { method: "DELETE" }],
  ["content negotiation", "/kinds", { headers: { Accept: "text/plain" } }],
  ["an error that is thrown", "/thrown"],
  ["an error that comes late", "/late"],
  ["a body", "/echo", { method: "POST", body: '{"a":[1]}', headers: { "Content-Type": "application/json" } }],
  ["a damaged body", "/echo", { method: "POST", body: "{", headers: { "Content-Type": "application/json" } }],
  ["a router", "/mounted/below?x=1"],
  ["a file", "/files/server-for.ts"],
  ["a part of a file", "/files/server-for.ts", { headers: { Range: "bytes=0-9" } }],
  ["nothing", "/nowhere"],
];

describe("a server for an app", () => {
  it.each(PROBES)("answers %s as the app does on a plain server", async (_, path, request) => {
    const answers = [];
    for (const server of [createServer(app()), serverFor(app())]) {
      const response = await fetch((await listening(server)) + path, request);
      const headers = Object.fromEntries(response.headers);
      delete headers.date;
      answers.push({ status: response.status, headers, text: await response.text() });
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it("makes requests and responses that Express has nothing to change of", async () => {
    const made = app();
    const kept: boolean[] = [];
    made.get("/kept-as-made", (request, response) => {
      kept.push(Object.getPrototypeOf(request) === born.request, Object.getPrototypeOf(response) === born.response);
      response.end();
    });
    const server = serverFor(made);
    const born = { request: {}, response: {} };
    server.prependListener("request", (request, response) => {
      born.request = Object.getPrototypeOf(request);
      born.response = Object.getPrototypeOf(response);
    });
    const url = await listening(server);
    await new Promise<IncomingMessage>((resolve) => get(`${url}/kept-as-made`, resolve));
    expect(kept).toEqual([true, true]);
  });

  it("takes the options of a plain server", () => {
    expect(serverFor(app(), { requestTimeout: 0 }).requestTimeout).toBe(0);
  });
});
