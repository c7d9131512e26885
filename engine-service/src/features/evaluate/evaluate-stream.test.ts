import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { startedWithProgram, type TestService } from "../../testing/test-service.ts";

const NDJSON = { "Content-Type": "application/x-ndjson" };
const event = (orderId: number, more: object = {}) =>
  JSON.stringify({ program: "acme", eventType: "sale", orderTotal: String(orderId), ...more });

/** A stream that is open at both ends. */
const open = (service: TestService): ClientRequest =>
  request(`${service.url}/evaluate`, { method: "POST", headers: NDJSON });

/** Counts the events that were decided. */
function counted(service: TestService) {
  const { known } = service.rooms;
  const program = known.program.bind(known);
  const count = { decided: 0 };
  known.program = (id) => {
    count.decided += 1;
    return program(id);
  };
  return count;
}

describe("POST /evaluate as NDJSON", () => {
  it("answers each line by a line, in order; a bad one by its problem, and goes on", async () => {
    const { service } = await startedWithProgram();
    const lines = [
      event(100),
      "",
      "{broken",
      event(200),
      event(1, { program: "nope" }),
      event(1, { ordertotal: "1" }),
      `"${"x".repeat(HTTP_LIMITS.event)}"`,
      "  \r",
      event(300),
    ];
    const reply = await service.send("POST", "/evaluate", lines.join("\n"), NDJSON);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "application/x-ndjson; charset=utf-8"]);
    const answers = reply.text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map(({ payout, status, line }) => payout ?? [line, status])).toEqual([
      "10.00",
      [3, 400],
      "20.00",
      [5, 404],
      [6, 422],
      [7, 413],
      "30.00",
    ]);
    expect(answers[4].errors[0].message).toContain("orderTotal");
  });

  it("answers lines that are plain ASCII as beside one that is not, which are read another way", async () => {
    const { service } = await startedWithProgram();
    const deep = `${"[".repeat(40)}${"]".repeat(40)}`;
    const wide = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`f${at}`, at]));
    const lines = [
      ...[
        event(100),
        `  ${event(200)}`,
        event(300, { explain: true }),
        event(1, { orderDiscount: "x" }),
        "7",
        "[]",
        "",
      ],
      ...["{broken", '{"a":1}}', "{}", `{"a":"\t"}`, `{"a":"\u0001"}`, `{"params":${deep}}`, JSON.stringify(wide)],
      ...[event(1, { ordertotal: "1" }), `{${event(1).slice(1)}\r`, `{"program":null,${event(1).slice(1)}`],
    ];
    const answers = async (sent: string[]) =>
      (await service.send("POST", "/evaluate", sent.join("\n"), NDJSON)).text
        .trimEnd()
        .split("\n")
        .map((line) => ({ ...JSON.parse(line), occurredAt: null }));
    const plain = await answers(lines);
    expect(plain).toHaveLength(lines.length - 1);
    expect((await answers([...lines, event(1, { source: "é" })])).slice(0, -1)).toEqual(plain);
  });

  it("answers a line while the next is not sent yet", async () => {
    const { service } = await startedWithProgram();
    const call = open(service);
    call.write(`${event(100)}\n`);
    const [response] = (await once(call, "response")) as [IncomingMessage];
    const [first] = await once(response, "data");
    expect(JSON.parse(String(first)).payout).toBe("10.00");
    call.end(event(200));
    const [second] = await once(response, "data");
    expect(JSON.parse(String(second)).payout).toBe("20.00");
  });

  it("stops reading while nobody takes the answers, and goes on when someone does", { timeout: 60_000 }, async () => {
    const { service } = await startedWithProgram();
    const count = counted(service);
    const total = 40_000;
    const call = open(service);
    const padding = "x".repeat(300);
    const sending = (async () => {
      for (let order = 1; order <= total; order++)
        if (!call.write(`${event(order, { params: { padding } })}\n`)) await once(call, "drain");
      call.end();
    })();
    const [response] = (await once(call, "response")) as [IncomingMessage];
    const still = async () => {
      for (let before = -1; before !== count.decided; ) {
        before = count.decided;
        await delay(300);
      }
      return count.decided;
    };
    const decidedUnread = await still();
    expect(decidedUnread).toBeLessThan(total / 2);
    let order = 0;
    let rest = "";
    for await (const chunk of response) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) expect(JSON.parse(line).payout).toBe((++order / 10).toFixed(2));
    }
    await sending;
    expect(order).toBe(total);
  });

  it("stops deciding when the client has gone", async () => {
    const { service } = await startedWithProgram();
    const count = counted(service);
    const call = open(service);
    call.on("error", () => undefined);
    call.write(`${event(1)}\n`.repeat(2_000));
    const [response] = (await once(call, "response")) as [IncomingMessage];
    response.on("error", () => undefined);
    await once(response, "data");
    call.destroy();
    await delay(200);
    const decided = count.decided;
    await delay(200);
    expect(count.decided).toBe(decided);
    expect(service.logged.join("")).not.toContain('"level":50');
    expect((await service.send("GET", "/healthz")).status).toBe(200);
  });

  it("is not read compressed", async () => {
    const { service } = await startedWithProgram();
    const reply = await service.send("POST", "/evaluate", event(1), { ...NDJSON, "Content-Encoding": "gzip" });
    expect([reply.status, reply.body.type]).toEqual([415, "/problems/unsupported-type"]);
  });
});
