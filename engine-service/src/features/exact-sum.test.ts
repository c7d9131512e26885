import { describe, expect, it } from "vitest";
import { ENGINES } from "../testing/engines.ts";
import { doors, saleTerms, startService } from "../testing/test-service.ts";
import { exactSum } from "./exact-sum.ts";
import { NOTHING, partnerTallyKey } from "./tallies/tally-store.ts";

const { MAX_SAFE_INTEGER } = Number;
const TOO_LARGE = {
  pointer: "",
  message: "makes the program's sums too large to be exact: at most 9007199254740991 minor units",
};

describe("a sum", () => {
  it.each([
    [1, 2, 3],
    [5, -7, -2],
    [MAX_SAFE_INTEGER - 1, 1, MAX_SAFE_INTEGER],
    [-MAX_SAFE_INTEGER, 0, -MAX_SAFE_INTEGER],
  ])("is exact: %i and %i", (sum, by, total) => {
    expect(exactSum(sum, by)).toBe(total);
  });

  it.each([
    [MAX_SAFE_INTEGER, 1],
    [MAX_SAFE_INTEGER, MAX_SAFE_INTEGER],
    [-MAX_SAFE_INTEGER, -1],
  ])("is refused where it would not be: %i and %i", (sum, by) => {
    expect(() => exactSum(sum, by)).toThrow(TOO_LARGE.message);
  });
});

describe.each(ENGINES)("a program whose sums are near what numbers can hold: %s", (_engine, engine) => {
  const started = async () => {
    const service = await startService({ storage: (await engine())() });
    await service.send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone: "UTC" });
    await doors(service).put({ ...saleTerms("10"), timezone: "UTC" });
    service.clock.advance(1_000);
    return service;
  };
  const used = async (revenue: number) => {
    const service = await started();
    const period = { _id: "acme/total/", program: "acme", from: null, until: null };
    await service.rooms.usage.usages.documents.insertOne({ ...period, conversions: 1, revenue, seq: 0 });
    return service;
  };
  const tallied = async (sale: number) => {
    const service = await started();
    const _id = partnerTallyKey("acme", "all", false, "p-7");
    const of = { program: "acme", month: "all", partner: "p-7", private: false };
    const days = { all: { ...NOTHING, sale } };
    await service.rooms.tallies.partners.documents.insertOne({ _id, ...of, days, seq: 0 });
    return service;
  };

  it.each<[sum: string, of: (sum: number) => ReturnType<typeof used>, by: number]>([
    ["what is used up", used, 1_000],
    ["what its reports add up", tallied, 10_000],
  ])("records what still fits, and nothing of a conversion beyond: %s", async (_sum, of, by) => {
    const service = await of(MAX_SAFE_INTEGER - by);
    const convert = (conversionId: string) =>
      service.send("POST", "/conversions", {
        ...{ conversionId, program: "acme", eventType: "sale", partnerId: "p-7", orderTotal: "100" },
      });
    expect((await convert("c-1")).status).toBe(200);
    const beyond = await convert("c-2");
    expect([beyond.status, beyond.body.errors]).toEqual([422, [TOO_LARGE]]);
    const { items } = (await service.send("GET", "/api/programs/acme/conversions")).body;
    expect(items.map(({ id }: { id: string }) => id)).toEqual(["c-1"]);
  });
});
