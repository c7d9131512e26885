import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { createApp } from "../app.ts";
import { conversionKey, type StoredConversion } from "../features/conversions/conversion-store.ts";
import { NOTHING, type PartnerTally, partnerTallyKey, plus, type RuleTally } from "../features/tallies/tally-store.ts";
import { openEmbeddedStorage } from "../storage/embedded-storage.ts";
import { connectMongoStorage } from "../storage/mongo-storage.ts";
import { wire } from "../wire.ts";

/**
 * Measures the month's report and the lists of conversions over a program that is full of them:
 *
 *     npx tsc -b && node engine-service/dist/testing/measure-reports.js [conversions] [stored ones]
 *
 * Of a month's conversions (unless told: a million), of a thousand partners, won by twenty rules, the tallies are written
 * as recording would have left them; the conversions themselves as many as told (unless told: a hundred thousand), the
 * newest. On MongoDB where MONGODB_URI names it (its database is called firstmatch-measured, and dropped), else embedded.
 */
const [CONVERSIONS = 1_000_000, STORED = 100_000] = process.argv.slice(2).map(Number);
const [PARTNERS, RULES, DAYS, AT_ONCE, TIMES] = [1_000, 20, 30, 100, 7];
const uri = process.env.MONGODB_URI;

if (uri !== undefined) await drop(named(uri));
const log = pino({ level: "silent" });
const folder = await mkdtemp(join(tmpdir(), "firstmatch-measured-"));
const storage = uri === undefined ? await openEmbeddedStorage(folder) : connectMongoStorage(named(uri));
const rooms = wire({ storage, now: () => new Date("2026-12-01T12:00:00Z"), log });
await rooms.refresher.look();
const server = createServer(createApp(rooms, "/nonexistent")).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

await setUp();
const began = performance.now();
await fill();
say(`${CONVERSIONS} conversions tallied, ${STORED} stored in ${Math.round((performance.now() - began) / 1_000)} s`);

const month = "from=2026-11-01&until=2026-11-30";
await measure("the month's report", `report?${month}`);
await measure("the month's report of one partner", `report?${month}&partner=p-7`);
await measure("the newest conversions", "conversions");
await measure("the newest conversions of one partner", "conversions?partner=p-7");
await measure("the largest payouts", "conversions?sort=-payout");
await measure("the smallest sales of the last ten days", "conversions?sort=sale&from=2026-11-21");
await measure("rejected ones, of which there are none", "conversions?state=rejected");
await measure("by an order's id", `conversions?search=o-${CONVERSIONS - 77}`);
await measure("a page halfway down", `conversions?cursor=${await halfway()}`);

server.close();
await storage.close();
await rm(folder, { recursive: true, force: true });
if (uri !== undefined) await drop(named(uri));

async function setUp() {
  const send = (method: string, path: string, body: unknown, revision?: number) =>
    fetch(url + path, {
      ...{ method, body: JSON.stringify(body) },
      headers: { "Content-Type": "application/json", ...(revision !== undefined && { "If-Match": `"${revision}"` }) },
    });
  await send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone: "America/New_York" });
  const terms = "/api/programs/acme/terms/standard";
  const payout = (percent: string) => ({ payout: { model: "CPS", partner: { percent } } });
  await send(
    "PUT",
    `${terms}/draft`,
    {
      ...{ schema: "firstmatch/terms@1", name: "Standard", currency: "USD", timezone: "America/New_York" },
      events: [
        {
          ...{ type: "sale", name: "Sale", level: "order", default: payout("10") },
          groups: Array.from({ length: RULES }, (_, at) => ({
            ...{ id: `g-${at}`, name: `Group ${at}`, event: { type: "payout", params: payout("12") } },
            conditions: { all: [{ fact: "source", operator: "isAnyOf", value: [`s-${at}`] }] },
          })),
        },
      ],
    },
    1,
  );
  await send("POST", `${terms}/publish`, { author: "Ana", note: "" }, 2);
  const first = {
    conversionId: "first",
    program: "acme",
    eventType: "sale",
    orderTotal: "100",
    source: "s-1",
    partnerId: "p-1",
    orderId: "o",
    customerId: "u",
    occurredAt: "2026-10-01T12:00:00Z",
  };
  const recorded = await send("POST", "/conversions", first);
  if (recorded.status !== 200) throw new Error(await recorded.text());
}

/** The conversion of a number, spread evenly over days, partners and rules. */
function numbered(at: number) {
  const day = String(1 + (at % DAYS)).padStart(2, "0");
  const second = Math.floor(at / DAYS) % 80_000;
  const occurredAt = new Date(Date.parse(`2026-11-${day}T05:00:00.000Z`) + second * 1_000).toISOString();
  const rule = `standard/sale/group/g-${(at * 7) % RULES}`;
  const sale = 1_000 + ((at * 7_919) % 50_000);
  return {
    day,
    occurredAt,
    partner: `p-${(at * 31) % PARTNERS}`,
    rule,
    amounts: { sale, payout: Math.round(sale * 0.12), fee: 0 },
  };
}

async function fill() {
  const template = (await rooms.conversions.find("acme", "first")) as StoredConversion;
  const partners = new Map<string, PartnerTally>();
  const rules = new Map<string, RuleTally>();
  let stored: StoredConversion[] = [];
  const { conversions } = rooms.conversions;
  for (let at = 0; at < CONVERSIONS; at++) {
    const { day, occurredAt, partner, rule, amounts } = numbered(at);
    const change = { ...amounts, conversions: 1 };
    const place = { program: "acme", month: "2026-11", seq: 1 };
    const key = partnerTallyKey("acme", "2026-11", false, partner);
    const mine = partners.get(key) ?? { _id: key, ...place, partner, private: false, days: {} };
    mine.days[day] = plus(mine.days[day] ?? NOTHING, change);
    partners.set(key, mine);
    const won = rules.get(rule) ?? { _id: `acme/2026-11/${rule}`, ...place, rule, name: rule, days: {} };
    won.days[day] = plus(won.days[day] ?? NOTHING, change);
    rules.set(rule, won);
    if (at < CONVERSIONS - STORED) continue;
    const conversion = `c-${at}`;
    stored.push({
      ...template,
      ...{
        _id: conversionKey("acme", conversion),
        conversion,
        occurredAt,
        day: `2026-11-${day}`,
        partner,
        rules: [rule],
      },
      ...{ order: `o-${at}`, customer: `u-${at % 10_000}`, decided: amounts, net: amounts, left: [amounts] },
      lines: template.lines.map((line) => ({ ...line, rule, base: amounts.sale, payout: amounts.payout, fee: 0 })),
    });
    if (stored.length === AT_ONCE) {
      await Promise.all(stored.map((each) => conversions.documents.insertOne(each)));
      stored = [];
    }
  }
  await Promise.all(stored.map((each) => conversions.documents.insertOne(each)));
  for (const [shelf, tallies] of [
    [rooms.tallies.partners, partners],
    [rooms.tallies.rules, rules],
  ] as const)
    for (const tally of tallies.values()) await shelf.documents.insertOne(tally as never);
}

async function measure(what: string, path: string) {
  const times: number[] = [];
  let bytes = 0;
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    const response = await fetch(`${url}/api/programs/acme/${path}`);
    bytes = (await response.arrayBuffer()).byteLength;
    times.push(performance.now() - start);
    if (response.status !== 200) return say(`${what}: answered ${response.status}`);
  }
  const [first = 0, ...others] = times;
  const middle = others.sort((one, other) => one - other)[Math.floor(others.length / 2)] ?? 0;
  say(
    `${what}: first ${Math.round(first)} ms, then ${middle.toFixed(1)} ms (median of ${others.length}), ${bytes} bytes; memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
}

async function halfway(): Promise<string> {
  const { items } = (await (
    await fetch(`${url}/api/programs/acme/conversions?from=2026-11-15&until=2026-11-15&limit=1`)
  ).json()) as { items: { occurredAt: string; id: string }[] };
  const [item] = items;
  return Buffer.from(JSON.stringify(["-occurredAt", item?.occurredAt, `acme/${item?.id}`])).toString("base64url");
}

function named(given: string): string {
  const address = new URL(given);
  address.pathname = "/firstmatch-measured";
  return String(address);
}

async function drop(address: string) {
  const { default: mongoose } = await import("mongoose");
  const connection = await mongoose.createConnection(address).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

function say(line: string) {
  process.stdout.write(`${line}\n`);
}
