import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { StoreUnavailable } from "../storage/collection.ts";
import { BreakableStorage } from "../testing/breakable-storage.ts";
import { enroll } from "../testing/members.ts";
import { startedWithProgram, temporaryStorage } from "../testing/test-service.ts";
import { LateWrites, WAITED_FOR_MS, WAITING_AT_MOST } from "./late-writes.ts";

/** A link that is followed by many, on a store that fails. */
async function started() {
  const storage = new BreakableStorage(await temporaryStorage());
  const { service } = await startedWithProgram({ storage });
  await enroll(service, ["anna"]);
  const link = { partner: "anna", name: "Shoes", url: "https://shop.example" };
  const { id } = (await service.send("POST", "/api/programs/acme/links", link)).body;
  const follow = () => fetch(`${service.url}/r/${id}`, { redirect: "manual" });
  const stored = () => storage.collection("clicks").countDocuments({});
  return { storage, service, follow, stored, late: service.rooms.clicks.late };
}

describe("a click, while the store is slow or away", () => {
  it("is redirected in time, and written when the store is back", async () => {
    const { storage, follow, stored, late } = await started();
    let letGo: () => void = () => {};
    storage.slow.set("clicks", new Promise((resolve) => (letGo = resolve)));
    const began = performance.now();
    const answer = await follow();
    expect(answer.status).toBe(302);
    expect(performance.now() - began).toBeGreaterThanOrEqual(WAITED_FOR_MS - 5);
    expect([await stored(), late.size]).toEqual([0, 1]);
    letGo();
    await expect.poll(stored).toBe(1);
    await expect.poll(() => late.size).toBe(0);
    expect(late.lost).toBe(0);
  });

  it("is written once for each visitor, however often the store went away", async () => {
    const { storage, follow, stored, late } = await started();
    for (const writes of ["away", "losesAnswers"] as const) {
      storage[writes] = true;
      const answers = await Promise.all(Array.from({ length: 100 }, follow));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
      storage[writes] = false;
    }
    await expect.poll(() => late.size, { timeout: 10_000 }).toBe(0);
    expect([await stored(), late.lost]).toEqual([200, 0]);
  });

  it("gives a conversion its facts before it is written", async () => {
    const { storage, service, follow } = await started();
    storage.slow.set("clicks", new Promise(() => {}));
    const clickId = new URL(String((await follow()).headers.get("location"))).searchParams.get("click_id");
    const sale = { conversionId: "c-1", program: "acme", eventType: "sale", orderTotal: "100", clickId };
    expect((await service.send("POST", "/conversions", sale)).body).toMatchObject({ partnerId: "anna" });
  });

  it("is logged and counted where it cannot be written in the end", async () => {
    const { storage, service, follow, late } = await started();
    storage.away = true;
    await follow();
    await late.end();
    await follow();
    expect([late.lost, late.size]).toEqual([2, 0]);
    expect(service.logged.filter((line) => line.includes("a click is lost"))).toHaveLength(2);
    expect((await service.send("GET", "/readyz")).body).toMatchObject({ clicks: { waiting: 0, lost: 2 } });
  });

  it(`is lost beyond ${WAITING_AT_MOST.toLocaleString("en")} that wait, and the visitor goes on all the same`, async () => {
    const { storage, service, follow, late } = await started();
    storage.away = true;
    await follow();
    for (let at = late.size; at < WAITING_AT_MOST; at++)
      void late.put({
        _id: `${at}`,
        program: "acme",
        partner: "anna",
        link: null,
        clickedAt: "",
        facts: {},
        fingerprint: null,
      });
    expect((await follow()).status).toBe(302);
    expect([late.lost, late.size]).toEqual([1, WAITING_AT_MOST]);
    storage.away = false;
    await expect.poll(() => late.size, { timeout: 20_000 }).toBe(0);
    expect(service.logged.filter((line) => line.includes("a click is lost"))).toHaveLength(1);
  });

  it("is lost beyond that many also where the same comes again and again", async () => {
    const away = async () => {
      throw new StoreUnavailable("a test took it away");
    };
    const late = new LateWrites("click", away, pino({ level: "silent" }));
    for (let at = 0; at < 2 * WAITING_AT_MOST; at++) void late.put({ _id: "always the same" });
    expect(late.size).toBe(1);
    expect(late.lost).toBeGreaterThan(WAITING_AT_MOST / 2);
  });
});
