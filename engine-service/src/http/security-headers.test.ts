import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import helmet from "helmet";
import { describe, expect, it, onTestFinished } from "vitest";
import { startedWithProgram, startService } from "../testing/test-service.ts";

const headOf = async (address: string): Promise<IncomingMessage> => {
  const response = await new Promise<IncomingMessage>((resolve) => get(address, { agent: false }, resolve));
  response.resume();
  return response;
};

/** Names and values of what helmet sets for each answer, as they come over the wire. */
async function byHelmet(): Promise<string[]> {
  const app = express().disable("x-powered-by");
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  const server = app.use((_, response) => void response.end()).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { rawHeaders } = await headOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return rawHeaders.slice(0, rawHeaders.indexOf("Date"));
}

describe("the headers that protect browsers", () => {
  it("come first in every answer, as helmet sets them", async () => {
    const { url } = await startService();
    const wanted = await byHelmet();
    expect(wanted).toContain("Content-Security-Policy");
    for (const path of [
      "/healthz",
      "/openapi.json",
      "/evaluate",
      "/nowhere",
      "/",
      "/docs/",
      "/docs/index.html",
      "/%",
    ]) {
      const { rawHeaders, statusCode } = await headOf(url + path);
      expect(rawHeaders.slice(0, wanted.length), `${path}: ${statusCode}`).toEqual(wanted);
    }
  });

  it("stand in answers of every kind of route", async () => {
    const { service, evaluate } = await startedWithProgram();
    const answers = await Promise.all([
      evaluate(),
      evaluate({ orderTotal: -1 }),
      service.send("POST", "/evaluate", "{}\n", { "Content-Type": "application/x-ndjson" }),
      service.send("GET", "/api/programs/acme/conversions.csv"),
      service.send("OPTIONS", "/evaluate"),
      service.send("DELETE", "/evaluate"),
    ]);
    for (const { headers } of answers) expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(answers.map(({ status }) => status)).toEqual([200, 422, 200, 200, 204, 405]);
  });
});
