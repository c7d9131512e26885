import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { load } from "./load.ts";

const REQUEST = Buffer.from("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");

async function loaded(answer: RequestListener) {
  const server = createServer((request, response) => {
    request.resume().on("end", () => answer(request, response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const lengths = new Uint32Array(1);
  const result = await load([REQUEST], lengths, { port, connections: 4, warmUpMs: 0, ms: 50 });
  return { ...result, length: lengths[0] };
}

it.each<[string, RequestListener]>([
  ["of a known length", (_, response) => response.end("0123456789")],
  [
    "in chunks",
    (_, response) => {
      response.write("0123");
      setImmediate(() => response.end("456789"));
    },
  ],
])("reads answers %s, one after the other on each connection", async (_, answer) => {
  const { answered, length, p50Ms, p99Ms } = await loaded(answer);
  expect(length).toBe(10);
  expect(answered).toBeGreaterThan(8);
  expect(p50Ms).toBeLessThanOrEqual(p99Ms);
});

it("stops at an answer that is no success", async () => {
  const answer: RequestListener = (_, response) => {
    response.statusCode = 500;
    response.end("no");
  };
  await expect(loaded(answer)).rejects.toThrow("status 500");
});

it("stops when the same request is answered by something else", async () => {
  let answers = 0;
  await expect(loaded((_, response) => response.end("x".repeat(++answers > 6 ? 2 : 1)))).rejects.toThrow("2 bytes");
});
