import { request as call } from "node:http";
import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { startService } from "../testing/test-service.ts";
import { HTTP_LIMITS } from "./limits.ts";

const TOO_LARGE = `The body may have at most ${HTTP_LIMITS.event} bytes.`;
const LONGEST = JSON.stringify({ a: "x".repeat(HTTP_LIMITS.event - 8) });

/** Sends parts one by one: without a length, unless one is named. */
function sendParts(url: string, parts: readonly string[], headers: Record<string, string> = {}) {
  return new Promise<{ status: number; detail: string }>((resolve, reject) => {
    const sent = call(`${url}/evaluate`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
    });
    sent.on("error", reject).on("response", async (response) => {
      let text = "";
      for await (const part of response) text += part;
      resolve({ status: response.statusCode ?? 0, detail: JSON.parse(text).detail });
    });
    for (const part of parts) sent.write(part);
    sent.end();
  });
}

describe("the body of a request", () => {
  it.each([
    ["in one part", ['{"eventType":1}']],
    ["in parts", ['{"eventType":', "1", "}"]],
  ])("is read %s, with its length and without", async (_, parts) => {
    const { url } = await startService();
    const length = { "Content-Length": String(Buffer.byteLength(parts.join(""))) };
    const answer = { status: 422, detail: expect.stringContaining("2 faults") };
    expect(await sendParts(url, parts)).toEqual(answer);
    expect(await sendParts(url, parts, length)).toEqual(answer);
  });

  it("may have as many bytes as the limit says and not one more, with its length and without", async () => {
    const { url } = await startService();
    const length = (text: string) => ({ "Content-Length": String(text.length) });
    for (const [text, answer] of [
      [LONGEST, { status: 422 }],
      [`${LONGEST} `, { status: 413, detail: TOO_LARGE }],
    ] as const) {
      expect(await sendParts(url, [text])).toMatchObject(answer);
      expect(await sendParts(url, [text], length(text))).toMatchObject(answer);
    }
  });

  it.each([
    ["of length 0", { "Content-Length": "0" }],
    ["without a length", {}],
  ])("must not be empty: %s", async (_, headers) => {
    const { url } = await startService();
    expect(await sendParts(url, [], headers)).toEqual({
      status: 400,
      detail: "The body is empty; it must be JSON.",
    });
  });

  it("that breaks off harms nobody", async () => {
    const { url, send, logged } = await startService();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    const head =
      "POST /evaluate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n";
    await new Promise<void>((resolve) => socket.write(`${head}\r\n{"program"`, () => resolve()));
    await new Promise((resolve) => socket.once("close", resolve).destroy());
    expect((await send("GET", "/healthz")).status).toBe(200);
    await expect.poll(() => logged.join("")).toContain("brokenOff");
    expect(logged.join("")).not.toContain("unexpected error");
  });
});
