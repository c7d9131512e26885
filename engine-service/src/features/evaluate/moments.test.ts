import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import {
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  temporaryStorage,
} from "../../testing/test-service.ts";

async function withSlow(collection: string) {
  const storage = new BreakableStorage(await temporaryStorage());
  const started = await startedWithProgram({ storage });
  started.service.clock.advance(60_000);
  await started.saveDraft(2, saleTerms("20"));
  let goOn = () => {};
  storage.slow.set(
    collection,
    new Promise((resolve) => {
      goOn = resolve;
    }),
  );
  return { ...started, storage, goOn };
}

const settled = async (promise: Promise<unknown>) =>
  (await Promise.race([promise.then(() => true), delay(150, false)])) === true;

describe("asking while a publishing is being stored", () => {
  it("waits for it, and is answered by the new version", async () => {
    const { publish, evaluate, service, goOn } = await withSlow("versions");
    const publishing = publish(3);
    await delay(50);
    service.clock.advance(10);
    const asked = evaluate();
    expect(await settled(asked)).toBe(false);
    goOn();
    expect([(await publishing).status, (await asked).body.terms.version]).toEqual([201, 2]);
  });

  it("does not wait for an event of an earlier moment, nor of another program", async () => {
    const { publish, evaluate, createProgram, put, goOn } = await withSlow("versions");
    const publishing = publish(3);
    await delay(50);
    expect((await evaluate({ occurredAt: "2026-11-20T10:00:30Z" })).body.terms.version).toBe(1);
    await createProgram("other");
    expect((await evaluate({ program: "other" })).body.type).toBe("/problems/never-published");
    goOn();
    await publishing;
    expect((await put(saleTerms("1"), {}, "/api/programs/other/terms/standard")).status).toBe(201);
  });

  it("is answered by what is known when the store goes away instead", async () => {
    const { publish, evaluate, storage, goOn } = await withSlow("versions");
    const publishing = publish(3);
    await delay(50);
    const asked = evaluate();
    storage.away = true;
    goOn();
    expect([(await publishing).status, (await asked).body.terms.version]).toEqual([503, 1]);
  });

  it("holds for personal payouts as well", async () => {
    const { service, evaluate, goOn } = await withSlow("personal-payouts");
    const adding = service.send(
      "POST",
      `${STANDARD}/events/sale/personal-payouts`,
      personalPayout("anna", "p-7", "50"),
    );
    await delay(50);
    const asked = evaluate({ partnerId: "p-7" });
    expect(await settled(asked)).toBe(false);
    goOn();
    expect([(await adding).status, (await asked).body.payout]).toEqual([201, "50.00"]);
  });
});

describe("asking again", () => {
  it("gives the same answer, also when a version was published in the very millisecond of the first", async () => {
    const { service, evaluate, put } = await startedWithProgram();
    const { body } = await evaluate();
    const published = await put(saleTerms("20"));
    expect(published.body.inForceFrom > body.occurredAt).toBe(true);
    expect((await evaluate({ occurredAt: body.occurredAt })).body).toEqual(body);
    service.clock.advance(1);
    expect((await evaluate()).body.terms.version).toBe(2);
  });
});
