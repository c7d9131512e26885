import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { load } from "./load.ts";
import { type RawAnswer, RawConnection } from "./raw-connection.ts";

const REQUEST = Buffer.from("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");

/** @returns the port */
async function serve(answer: RequestListener): Promise<number> {
  const server = createServer((request, response) => {
    request.resume().on("end", () => answer(request, response));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
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
])("reads answers %s, one after the other on a connection", async (_, answer) => {
  const port = await serve(answer);
  const answers = await new Promise<RawAnswer[]>((resolve, reject) => {
    const got: RawAnswer[] = [];
    const take = (one: RawAnswer) => {
      got.push(one);
      if (got.length < 3) connection.send(REQUEST);
      else {
        connection.close();
        resolve(got);
      }
    };
    const connection = new RawConnection(port, take, reject);
    connection.send(REQUEST);
  });
  expect(answers).toEqual(Array(3).fill({ status: 200, bytes: 10 }));
});

// Each of the four connections is answered at least once, however slow the machine is.
const loaded = async (answer: RequestListener) =>
  load([REQUEST], new Uint32Array(1), { port: await serve(answer), connections: 4, warmUpMs: 0, ms: 50 });

it("stops at an answer that is no success", async () => {
  const answer: RequestListener = (_, response) => {
    response.statusCode = 500;
    response.end("no");
  };
  await expect(loaded(answer)).rejects.toThrow("status 500");
});

it("stops when the same request is answered by something else", async () => {
  let answers = 0;
  await expect(loaded((_, response) => response.end("x".repeat(++answers > 2 ? 2 : 1)))).rejects.toThrow("2 bytes");
});
