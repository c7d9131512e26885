import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { group, saleTerms, startedWithProgram } from "../../testing/test-service.ts";

const sale = { conversionId: "c-1", program: "acme", eventType: "sale", orderTotal: "100" };

describe.each(ENGINES)("recording a conversion: %s", (_engine, engine) => {
  const started = async () => startedWithProgram({ storage: (await engine())() });

  it("answers the first decision when the same comes again, and refuses another body under its id", async () => {
    const { service } = await started();
    const first = await service.send("POST", "/conversions", sale);
    expect([first.status, first.body.payout, first.body.conversionId]).toEqual([200, "10.00", "c-1"]);
    const again = await service.send("POST", "/conversions", { ...sale });
    expect(again.text).toBe(first.text);
    const other = await service.send("POST", "/conversions", { ...sale, orderTotal: "101" });
    expect([other.status, other.body.type]).toEqual([409, "/problems/conflict"]);
  });

  it("answers an explanation that is short enough to be kept, and tells where a longer one is", async () => {
    const { service, put } = await started();
    const explained = async (conversionId: string) => {
      const ask = () => service.send("POST", "/conversions", { ...sale, conversionId, explain: true });
      const [first, again] = [await ask(), await ask()];
      expect(again.text).toBe(first.text);
      return first.body;
    };
    expect((await explained("c-1")).trace).toHaveLength(1);
    const words = Array.from({ length: 100 }, (_, at) => `${at} ${"x".repeat(200)}`);
    const groups = Array.from({ length: 120 }, (_, at) => {
      const one = group(`g-${at}`, "customerStatus", "New", "20");
      return { ...one, conditions: { all: [{ fact: "country", operator: "isAnyOf" as const, value: words }] } };
    });
    await put(saleTerms("10", { groups }));
    service.clock.advance(1);
    const { trace, notes } = await explained("c-2");
    expect([trace, notes]).toEqual([undefined, [expect.stringContaining("121 rules")]]);
  });

  it("stores one of two hundred that come at once", async () => {
    const { service } = await started();
    const replies = await Promise.all(Array.from({ length: 200 }, () => service.send("POST", "/conversions", sale)));
    expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const entries = await service.rooms.conversions.entriesOf("acme", "c-1");
    expect(entries.map(({ payout }) => payout)).toEqual([1000]);
    expect(
      (await service.rooms.usage.usages.documents.find({ program: "acme" })).map(({ conversions }) => conversions),
    ).toEqual(Array(5).fill(1));
  });
});
