import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ifMatch, STANDARD, saleTerms, startedWithProgram } from "../testing/test-service.ts";

const SEED = 20261120;
const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

const DOORS: [string, string][] = [
  ["POST", "/evaluate"],
  ["POST", "/simulate"],
  ["POST", "/api/programs"],
  ["PATCH", "/api/programs/acme"],
  ["POST", "/api/programs/acme/terms"],
  ["PUT", `${STANDARD}/draft`],
  ["POST", `${STANDARD}/draft/events/sale/order`],
  ["POST", `${STANDARD}/draft/restore`],
  ["POST", `${STANDARD}/publish`],
  ["POST", PERSONAL],
  ["PUT", `${PERSONAL}/anna`],
];

/** Right in everything but one poisoned place, so that it comes as far as it can. */
const ALMOST_RIGHT: Record<string, object> = {
  "/evaluate": { program: "acme", eventType: "sale", orderTotal: "100" },
  "/simulate": { terms: saleTerms("1"), event: { eventType: "sale" } },
  "/api/programs": { id: "other", name: "Other", currency: "USD", timezone: "UTC" },
  "/api/programs/acme/terms": { id: "other", name: "Other" },
};

const deep = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels);

const HOSTILE: [string, string][] = [
  ["a prototype", '{"__proto__":{"polluted":true}}'],
  ["a prototype inside", '{"name":"x","params":{"__proto__":{"polluted":true}}}'],
  ["a constructor", '{"constructor":{"prototype":{"polluted":true}}}'],
  ["a query operator", '{"$where":"1","name":{"$ne":null},"id":{"$gt":""}}'],
  ["dotted names", '{"draft.revision":1,"a.b":2}'],
  ["NUL", '{"id":"a\\u0000b","name":"\\u0000","program":"\\u0000"}'],
  ["an escape sequence", '{"name":"\\u001b[2J","program":"\\u001b[2J","note":"\\u001b"}'],
  ["half a character", '{"id":"\\ud800","name":"\\udfff","program":"\\ud800"}'],
  ["a deep list", deep(50_000, "[", "]")],
  ["a deep object", `{"document":${deep(20_000, '{"all":[', "]}")}}`],
  ["a deep condition", `{"conditions":${'{"all":['.repeat(9_000)}1${"]}".repeat(9_000)}}`],
  ["many fields", `{${Array.from({ length: 8_000 }, (_, at) => `"f${at}":0`).join()}}`],
  ["a huge number", '{"orderTotal":1e400,"rank":1e400,"version":1e400,"limit":-0}'],
  ["long digits", `{"orderTotal":"${"9".repeat(5_000)}","program":"acme","eventType":"sale"}`],
  ["null", "null"],
  ["a number", "7"],
  ["text", '"text"'],
  ["bytes that are no text", "\xff\xfe{"],
];

describe("hostile JSON on every door that takes some", () => {
  it.each(DOORS)("%s %s refuses all of it", async (method, path) => {
    const { service } = await startedWithProgram();
    for (const [what, text] of HOSTILE) {
      const reply = await service.send(method, path, text, ifMatch(2));
      expect(reply.status, `${what}: ${reply.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
      expect(reply.status, `${what}: ${reply.text.slice(0, 300)}`).toBeLessThan(500);
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    }
  });

  it(`never answers 5xx to anything random (seed ${SEED})`, async () => {
    const { service } = await startedWithProgram();
    const door = fc.constantFrom(...DOORS);
    const body = fc.oneof(
      fc.json({ maxDepth: 6 }),
      fc.string(),
      fc
        .tuple(fc.constantFrom(...Object.entries(ALMOST_RIGHT)), fc.string(), fc.jsonValue())
        .map(([[, right], key, value]) => JSON.stringify({ ...right, [key]: value })),
    );
    await fc.assert(
      fc.asyncProperty(door, body, async ([method, path], text) => {
        const { status } = await service.send(method, path, text, ifMatch(2));
        expect(status).toBeLessThan(500);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
