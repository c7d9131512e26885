import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { ConversionDetails, PayoutRun } from "@firstmatch/shared-types";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Storage } from "../../storage/collection.ts";
import { buildService, type KillableService, startKillable } from "../../testing/killable-service.ts";
import { ifMatch, saleTerms } from "../../testing/test-service.ts";
import { STORES, unreliable } from "../../testing/unreliable-services.ts";
import { wire } from "../../wire.ts";

/** A few in every test run; FIRSTMATCH_ATTACK_ROUNDS=100 for an attack in earnest. */
const ROUNDS = Number(process.env.FIRSTMATCH_ATTACK_ROUNDS ?? 1);
/** More than are seen to at once. */
const PARTNERS = 110;
const CONVERSIONS = 130;
const UNTIL = "2026-10-31";

beforeAll(buildService, 120_000);

/** Asks until somebody answers; the answer of a process that died over it is asked for again. */
async function insist(any: () => KillableService, method: string, path: string, body?: unknown, revision?: number) {
  for (;;) {
    try {
      return await any().send(method, path, body, revision === undefined ? {} : ifMatch(revision));
    } catch (error) {
      if (!(error instanceof TypeError) && !/"status":(503|412|409)/.test((error as Error).message)) throw error;
      if (/"status":(412|409)/.test((error as Error).message)) return undefined;
    }
    await delay(100);
  }
}

async function plant({ send }: KillableService, program: string) {
  await send("POST", "/api/programs", { id: program, name: program, currency: "USD", timezone: "UTC" });
  const terms = `/api/programs/${program}/terms/standard`;
  const { revision } = await send("GET", `${terms}/draft`);
  await send("PUT", `${terms}/draft`, saleTerms("10"), ifMatch(revision));
  await send("POST", `${terms}/publish`, { author: "Ana", note: "" }, ifMatch(revision + 1));
  const occurredAt = "2026-10-20T10:00:00Z";
  await Promise.all(
    Array.from({ length: CONVERSIONS }, (_, at) =>
      send("POST", "/conversions", {
        ...{ conversionId: `${program}-${at}`, program, eventType: "sale", orderTotal: "100", occurredAt },
        partnerId: `p-${at % PARTNERS}`,
      }),
    ),
  );
}

describe.each(STORES)("payout runs and reversals that are killed over and over: %s", (_name, storeOf) => {
  it(`pay and take back each thing once, over ${ROUNDS} rounds`, { timeout: ROUNDS * 90_000 + 60_000 }, async () => {
    const store = await storeOf();
    let kills = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const program = `round-${round}`;
      const at = (path: string) => `/api/programs/${program}${path}`;
      const first = await startKillable(store.env);
      await plant(first, program);
      await first.kill();

      // For the first time amid the reversals, however fast they are; after that at any time.
      let answers = 0;
      const amid = Math.ceil(Math.random() * CONVERSIONS * 0.1);
      const { any, calm, end } = await unreliable(store, async () => {
        if (answers >= amid) return delay(20 + Math.random() * 1_480);
        while (answers < amid) await delay(5);
      });
      const id = randomUUID();
      // Started by three at once, while every tenth conversion is reversed in two parts, each by two at once.
      const starts = Array.from({ length: 3 }, () => insist(any, "POST", at("/payout-runs"), { id, until: UNTIL }));
      const reverse = async (number: number) => {
        const parts = [
          [1, "30"],
          [2, "20"],
        ] as const;
        for (const [revision, amount] of parts) {
          const body = { amount, reason: `Part ${revision}` };
          await insist(any, "POST", at(`/conversions/${program}-${number}/reverse`), body, revision);
          answers += 1;
        }
      };
      // Two go over all of them, so each correction is asked for at least twice.
      const reversing = [0, 1].map(async () => {
        for (let number = 0; number < CONVERSIONS; number += 10) await reverse(number);
      });
      await Promise.all([...starts, ...reversing]);
      let run: PayoutRun;
      do run = await insist(any, "GET", at(`/payout-runs/${id}`));
      while (run.status === "running" && (await delay(50, true)));
      kills += await calm();

      // Nothing is left to be paid.
      const again = await any().ask("POST", at("/payout-runs"), { id: randomUUID(), until: UNTIL });
      expect(again.status).toBe(422);
      const some: ConversionDetails = await insist(any, "GET", at(`/conversions/${program}-10`));
      expect(some.net.payout).toBe("5.00");
      await end();
      await whatIsStored(await store.open(), program, id);
    }
    console.log(`rounds: ${ROUNDS}, kills survived: ${kills}`);
    expect(kills).toBeGreaterThan(0);
  });
});

/** Read when every process is dead, after what a start does first. */
async function whatIsStored(storage: Storage, program: string, run: string) {
  try {
    const rooms = wire({ storage, now: () => new Date(), log: pino({ level: "silent" }) });
    await storage.ping();
    await rooms.journal.catchUp();
    const { conversions, ledger } = rooms.conversions;
    const [found, entries] = [await conversions.documents.find({ program }), await ledger.documents.find({ program })];
    const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
    const ofKind = (wanted: string) => entries.filter(({ kind }) => kind === wanted);
    const reversed = CONVERSIONS / 10;
    expect([ofKind("earned").length, ofKind("reversed").length]).toEqual([CONVERSIONS, 2 * reversed]);
    expect(sum(found.map(({ net }) => net.payout))).toBe(CONVERSIONS * 1_000 - reversed * 500);
    // Every partner was paid once: all that its entries came to before the run started, and nothing else.
    const paid = ofKind("paid");
    expect(new Set(paid.map(({ partner }) => partner)).size).toBe(PARTNERS);
    expect([paid.length, sum(paid.map(({ count }) => count))]).toEqual([PARTNERS, -CONVERSIONS]);
    const stored = await rooms.payoutRuns.find(program, run);
    const before = entries.filter(({ kind, seq }) => kind !== "paid" && seq < (stored?.position ?? 0));
    for (const { partner, payout } of paid)
      expect(payout).toBe(0 - sum(before.filter((entry) => entry.partner === partner).map((entry) => entry.payout)));
    expect(stored).toMatchObject({
      status: "finished",
      partners: PARTNERS,
      payout: sum(before.map(({ payout }) => payout)),
    });
    expect(found.every(({ payoutRun }) => payoutRun === run)).toBe(true);
    const [tally] = [await rooms.tallies.partners.documents.find({ program, month: "2026-10" })];
    expect(sum(tally.map(({ days }) => days["20"]?.payout ?? 0))).toBe(CONVERSIONS * 1_000 - reversed * 500);
    const history = await rooms.history.entries.find({ program });
    expect(history.filter(({ thing }) => thing.kind === "conversion")).toHaveLength(2 * reversed);
    expect(history.filter(({ thing }) => thing.kind === "payout-run")).toHaveLength(1);
  } finally {
    await storage.close();
  }
}
