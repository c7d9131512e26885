import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type RequestHandler } from "express";
import helmet from "helmet";
import { expect, it, onTestFinished } from "vitest";
import { securityHeaders } from "./security-headers.ts";

/** Names and values as they come over the wire, in their order. */
async function headersOf(handler: RequestHandler): Promise<string[]> {
  const app = express().disable("x-powered-by");
  const server = app.use(handler, (_, response) => void response.end()).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve) => get({ port, agent: false }, resolve));
  response.resume();
  const { rawHeaders } = response;
  return rawHeaders.slice(0, rawHeaders.indexOf("Date"));
}

it("are those that helmet sets for each answer", async () => {
  const byHelmet = helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  expect(await headersOf(securityHeaders())).toEqual(await headersOf(byHelmet));
});
