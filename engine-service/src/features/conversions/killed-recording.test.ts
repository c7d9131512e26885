import { setTimeout as delay } from "node:timers/promises";
import type { Decision } from "@firstmatch/shared-types";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Storage } from "../../storage/collection.ts";
import { buildService, type KillableService, startKillable } from "../../testing/killable-service.ts";
import { ifMatch, saleTerms } from "../../testing/test-service.ts";
import { STORES, unreliable } from "../../testing/unreliable-services.ts";
import { wire } from "../../wire.ts";

/** A few in every test run; FIRSTMATCH_ATTACK_ROUNDS=100 for an attack in earnest. */
const ROUNDS = Number(process.env.FIRSTMATCH_ATTACK_ROUNDS ?? 2);
const WRITERS = 50;
/** Of each round: more than the caps take. */
const CONVERSIONS = 300;
const CAP = 170;
/** Every conversion costs 1.10 USD, and of these the last one is paid in part. */
const BUDGET = "150.00";

beforeAll(buildService, 120_000);

interface Door {
  /** One of the services; it may be dead. */
  any(): KillableService;
  answers: number;
}

/** Asks until there is an answer that is no 503: as senders of conversions have to. */
async function recorded(door: Door, body: object): Promise<string> {
  for (;;) {
    try {
      const { status, text } = await door.any().ask("POST", "/conversions", body);
      if (status === 200) {
        door.answers += 1;
        return text;
      }
      if (status !== 503) throw new Error(`${status} ${text}`);
    } catch (error) {
      // The process is dead, or died over it: nobody knows whether it was recorded.
      if (!(error instanceof TypeError)) throw error;
    }
    await delay(20);
  }
}

async function createProgram({ send }: KillableService, program: string) {
  await send("POST", "/api/programs", { id: program, name: program, currency: "USD", timezone: "America/New_York" });
  const terms = `/api/programs/${program}/terms/standard`;
  const { revision } = await send("GET", `${terms}/draft`);
  const document = saleTerms("10", {
    default: { payout: { model: "CPA", partner: { fixed: "1.00" }, platform: { fixed: "0.10" } } },
  });
  await send("PUT", `${terms}/draft`, { ...document, timezone: "America/New_York" }, ifMatch(revision));
  await send("POST", `${terms}/publish`, { author: "Ana", note: "" }, ifMatch(revision + 1));
  const caps = [
    { measure: "conversions", per: "day", limit: String(CAP) },
    { measure: "revenue", per: "month", limit: BUDGET, beyond: "pay-rest" },
  ];
  const { revision: at } = await send("GET", `/api/programs/${program}`);
  await send("PATCH", `/api/programs/${program}`, { caps }, ifMatch(at));
}

/** Nothing is asked any more. */
const END = Number.POSITIVE_INFINITY;

type Round = { program: string; decisions: Decision[] };

/** Everything sent by fifty at once, some of it again: each conversion's one answer. */
async function attack(door: Door, program: string): Promise<Round> {
  const sent = Array.from({ length: CONVERSIONS }, (_, at) => ({
    ...{ conversionId: `${program}-${at}`, program, eventType: "sale", orderTotal: "20.00" },
    ...{ occurredAt: "2026-11-20T10:00:00Z", partnerId: `p-${at % 7}` },
  }));
  const answers = new Map<string, string>();
  let next = 0;
  const write = async () => {
    while (next < sent.length) {
      const body = sent[next++] as (typeof sent)[number];
      const answer = await recorded(door, body);
      // Another tracker sends every third one again.
      if (next % 3 === 0) expect(await recorded(door, body)).toBe(answer);
      answers.set(body.conversionId, answer);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  for (const body of sent.slice(0, 10)) expect(await recorded(door, body)).toBe(answers.get(body.conversionId));
  return { program, decisions: [...answers.values()].map((text): Decision => JSON.parse(text)) };
}

describe.each(STORES)("recording that is killed over and over: %s", (_name, storeOf) => {
  it(`counts each conversion once and stays within the caps, over ${ROUNDS} rounds`, {
    timeout: ROUNDS * 60_000 + 60_000,
  }, async () => {
    const store = await storeOf();
    const programs = Array.from({ length: ROUNDS }, (_, round) => `round-${round}`);
    const first = await startKillable(store.env);
    for (const program of programs) await createProgram(first, program);
    await first.kill();

    const door: Door = { any: () => services.any(), answers: 0 };
    const services = await unreliable(store, async () => {
      const enough = door.answers + 10 + Math.random() * 150;
      while (door.answers < enough) await delay(5);
    });
    const rounds: Round[] = [];
    for (const program of programs) rounds.push(await attack(door, program));
    door.answers = END;
    const kills = await services.calm();
    await services.end();

    const storage = await store.open();
    try {
      const { ready, whatIsStored } = readerOf(storage);
      await ready();
      for (const { program, decisions } of rounds) {
        const paid = decisions.filter(({ status }) => status === "payable");
        const cents = (amounts: string[]) => amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
        const payout = cents(paid.map((decision) => decision.payout));
        // 136 whole ones are 149.60; the next one is paid the 0.40 that are left, and nobody after it.
        expect(paid).toHaveLength(137);
        expect(cents(paid.map(({ advertiserCost }) => advertiserCost))).toBe(15_000);
        const counted = { conversions: 137, payout, rejected: CONVERSIONS - 137 };
        expect(await whatIsStored(program)).toEqual({
          ...{ conversions: CONVERSIONS, payable: 137, entries: 137, ledger: payout, net: payout },
          usage: Array(5).fill({ conversions: 137, revenue: 15_000 }),
          ...{ partners: counted, rules: counted },
        });
      }
    } finally {
      await storage.close();
    }
    console.log(`rounds: ${ROUNDS}, kills survived: ${kills}`);
    expect(kills).toBeGreaterThan(0);
  });
});

/** Read when every process is dead, after what a start does first. */
function readerOf(storage: Storage) {
  const rooms = wire({ storage, now: () => new Date(), log: pino({ level: "silent" }) });
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const days = (tallies: { month: string; days: object }[]) => {
    const all: Record<string, number>[] = tallies
      .filter(({ month }) => month !== "all")
      .flatMap((tally) => Object.values(tally.days));
    const of = (field: string) => sum(all.map((day) => day[field] ?? 0));
    return { conversions: of("conversions"), payout: of("payout"), rejected: of("rejected") };
  };
  return {
    ready: async () => {
      await storage.ping();
      await rooms.journal.catchUp();
    },
    async whatIsStored(program: string) {
      const { conversions, ledger } = rooms.conversions;
      const found = await conversions.documents.find({ program });
      const entries = await ledger.documents.find({ program });
      const usages = await rooms.usage.usages.documents.find({ program });
      return {
        conversions: found.length,
        payable: found.filter(({ status }) => status === "payable").length,
        entries: entries.length,
        ledger: sum(entries.map(({ payout }) => payout)),
        net: sum(found.map(({ net }) => net.payout)),
        usage: usages.map(({ conversions: used, revenue }) => ({ conversions: used, revenue })),
        partners: days(await rooms.tallies.partners.documents.find({ program })),
        rules: days(await rooms.tallies.rules.documents.find({ program })),
      };
    },
  };
}
