import type { Terms } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED, saleEvent, terms } from "../../testing/arbitraries.ts";
import { ENGINES } from "../../testing/engines.ts";
import { doors, ifMatch, startService, type TestService } from "../../testing/test-service.ts";

const caps = (limit: string) => [
  { measure: "conversions", per: "day", limit: "3" },
  { measure: "revenue", per: "month", limit, beyond: "pay-rest" },
];
const CAPS: Readonly<Record<string, object>> = { USD: caps("40"), KWD: caps("40"), JPY: caps("4000") };

/** A few ids only, so that some come again, with the same body or another. */
const conversions = fc.array(
  fc.record({ id: fc.integer({ min: 1, max: 6 }), event: saleEvent, customer: fc.integer({ min: 0, max: 2 }) }),
  { minLength: 1, maxLength: 12 },
);

/** What is recorded in a program, apart from when and through which door. */
async function recorded({ rooms }: TestService, program: string) {
  const { conversions, ledger, clickUses } = rooms.conversions;
  const of = { _id: { $gte: `${program}/`, $lt: `${program}0` } };
  const all = [
    await conversions.documents.find(of, { sort: { _id: 1 } }),
    await ledger.documents.find(of, { sort: { conversion: 1, kind: 1 } }),
    await clickUses.documents.find(of, { sort: { _id: 1 } }),
    await rooms.usage.usages.documents.find(of, { sort: { _id: 1 } }),
    await rooms.tallies.partners.documents.find(of, { sort: { _id: 1 } }),
    await rooms.customers.customers.documents.find(of, { sort: { _id: 1 } }),
  ];
  const others = new Set(["seq", "door", "input"]);
  return JSON.parse(JSON.stringify(all, (key, value) => (others.has(key) ? undefined : value)));
}

/** A program with caps, whose standard terms are the document. */
async function publish(service: TestService, program: string, document: Terms) {
  const { currency, timezone, events } = document;
  await service.send("POST", "/api/programs", { id: program, name: program, currency, timezone });
  await service.send("PATCH", `/api/programs/${program}`, { caps: CAPS[currency] }, ifMatch(1));
  const withoutPersonal = { ...document, events: events.map((event) => ({ ...event, personal: [] })) };
  const published = await doors(service).put(withoutPersonal, {}, `/api/programs/${program}/terms/standard`);
  expect(published.status, published.text).toBe(201);
}

describe.each(ENGINES)("an import (%s)", (_engine, engine) => {
  it("records what POST /conversions records of its lines one after the other, as its dry run said", async () => {
    const [posting, importing] = [
      await startService({ storage: (await engine())() }),
      await startService({ storage: (await engine())() }),
    ];
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(terms, conversions, async (document, list) => {
        const program = `p-${++runs}`;
        for (const service of [posting, importing]) await publish(service, program, document);
        const bodies = list.map(({ id, customer, event }) => ({
          ...{ conversionId: `${program}-${id}`, program, ...event },
          ...(customer > 0 && { customerId: `cu-${customer}`, clickId: `click-${customer}` }),
        }));
        const replies = [];
        for (const body of bodies) replies.push(await posting.send("POST", "/conversions", body));
        const path = `/api/programs/${program}/conversions/import`;
        const file = bodies.map((body) => JSON.stringify(body)).join("\n");
        const headers = { "Content-Type": "application/x-ndjson" };
        const rehearsed = await importing.send("POST", `${path}?dryRun=true`, file, headers);
        expect(await recorded(importing, program)).toEqual([[], [], [], [], [], []]);
        const { body: report } = await importing.send("POST", path, file, headers);
        expect(report).toEqual({ ...rehearsed.body, dryRun: false });
        expect(report.counts.faulty).toBe(replies.filter(({ status }) => status !== 200).length);
        expect(await recorded(importing, program)).toEqual(await recorded(posting, program));
      }),
      { seed: SEED, numRuns: 25 },
    );
  });
});
