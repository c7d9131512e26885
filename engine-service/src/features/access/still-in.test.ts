import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { bearer, keyFor } from "../../testing/signing-in.ts";
import { ifMatch, startedWithProgram, type TestService } from "../../testing/test-service.ts";

/** A stream of events that stays open: sends one, gives its answer. */
async function openStream({ url }: TestService, headers: Record<string, string>) {
  const sent = request(`${url}/evaluate`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/x-ndjson" },
  });
  sent.flushHeaders();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const lines = createInterface({ input: response })[Symbol.asyncIterator]();
  const ask = async () => {
    sent.write(`${JSON.stringify({ program: "acme", eventType: "sale", orderTotal: "100" })}\n`);
    return JSON.parse((await lines.next()).value);
  };
  return { ask, end: () => sent.destroy() };
}

it("a stream decides nothing more once its key was taken away", async () => {
  const { service } = await startedWithProgram();
  const admin = await keyFor(service, "admin");
  const { id, secret } = await keyFor(service, "evaluate-only");
  const [stream, other] = [await openStream(service, bearer(secret)), await openStream(service, bearer(admin.secret))];
  expect((await stream.ask()).payout).toBe("10.00");
  await service.send("DELETE", `/api/keys/${id}`, undefined, { ...bearer(admin.secret), ...ifMatch(1) });
  service.clock.advance(1_000);
  for (const line of [2, 3])
    expect(await stream.ask()).toMatchObject({ type: "/problems/not-signed-in", status: 401, line });
  expect((await other.ask()).payout).toBe("10.00");
  stream.end();
  other.end();
});
