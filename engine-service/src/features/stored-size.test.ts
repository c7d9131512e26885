import fc from "fast-check";
import mongoose from "mongoose";
import { describe, expect, it } from "vitest";
import { doors, personalPayout, STANDARD, saleTerms, startedWithProgram } from "../testing/test-service.ts";
import { bsonSize, STORED_AT_MOST } from "./stored-size.ts";

const SEED = 20261120;

describe("the size of a stored document", () => {
  it(`is never less than MongoDB's own count (seed ${SEED})`, () => {
    const document = fc.dictionary(
      fc.string({ unit: "grapheme" }).filter((name) => !name.includes("\0")),
      fc.jsonValue({ noUnicodeString: false }),
    );
    fc.assert(
      fc.property(document, (value) => {
        expect(bsonSize(value)).toBeGreaterThanOrEqual(mongoose.mongo.BSON.calculateObjectSize(value));
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });

  it("is refused above what MongoDB can keep, wherever it would be stored", async () => {
    const { service, saveDraft } = await startedWithProgram();
    const values = Array.from({ length: 10_000 }, (_, at) => `value ${at}`);
    const many = Array.from({ length: 100 }, (_, at) => ({
      id: `g${at}`,
      name: "g",
      conditions: { all: [{ fact: "source", operator: "isAnyOf", value: values }] },
      event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "1" } } } },
    }));
    const document = { ...saleTerms("1"), events: [{ ...saleTerms("1").events[0], groups: many }] };
    expect(JSON.stringify(document).length).toBeLessThan(STORED_AT_MOST);
    const answers = [
      await saveDraft(2, document),
      await service.send("POST", "/api/programs/acme/terms", { id: "gold", name: "Gold", document }),
    ];
    for (const { status, body } of answers)
      expect([status, body.detail]).toEqual([413, expect.stringContaining("to store")]);
    expect((await doors(service).draft()).revision).toBe(2);
  });

  it("counts the whole history of a personal payout", async () => {
    const { service } = await startedWithProgram();
    const partners = Array.from({ length: 3_500 }, (_, at) => `${at} ${"x".repeat(190)}`);
    const path = `${STANDARD}/events/sale/personal-payouts`;
    const payout = { ...personalPayout("many", "p", "1"), partners };
    expect((await service.send("POST", path, payout)).status).toBe(201);
    let status = 200;
    let revision = 1;
    for (; status === 200 && revision < 50; revision++)
      ({ status } = await service.send("PUT", `${path}/many`, payout, { "If-Match": `"${revision}"` }));
    expect(status).toBe(413);
    expect((await service.send("GET", `${path}/many`)).body.revision).toBe(revision - 1);
  });
});
