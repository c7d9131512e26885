import type { Figures, OwnReport, Report } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRuleKey } from "../../domain/rule-key.ts";
import { SEED } from "../../testing/arbitraries.ts";
import { sent } from "../../testing/crowded-program.ts";
import { ENGINES } from "../../testing/engines.ts";
import { PARTNERS, recordedProgram, type Sale, steps, ZONE } from "../../testing/recorded-program.ts";
import { startedWithProgram } from "../../testing/test-service.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";

const REPORT = "/api/programs/acme/report";
const SALE: Sale = {
  partner: "p-1",
  type: "sale",
  source: "search",
  customer: "Existing",
  click: null,
  minutes: 600,
  cents: 10_000,
};

/** The local day by another clock than the service's. */
const dayOf = (moment: string) =>
  new Intl.DateTimeFormat("sv", { timeZone: ZONE, dateStyle: "short" }).format(new Date(moment));
const cents = (amount: string) => Math.round(Number(amount) * 100);
const money = (of: number) => (of / 100).toFixed(2);
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** The figures of some conversions, added up one by one. @param counts which lines count */
function added(
  conversions: readonly StoredConversion[],
  counts: (line: StoredConversion["lines"][number]) => boolean = () => true,
): Figures {
  const of = (status: string) => conversions.filter((each) => each.status === status).length;
  const total = (part: "sale" | "payout" | "fee") =>
    sum(
      conversions.flatMap(({ left, lines }) =>
        left.filter((_, at) => counts(lines[at] as never)).map((each) => each[part]),
      ),
    );
  const [sale, payout, fee] = [total("sale"), total("payout"), total("fee")];
  return {
    ...{ conversions: of("payable"), rejected: of("rejected"), kpi: of("kpi"), reversed: of("reversed") },
    ...{ sales: money(sale), payout: money(payout), platformFee: money(fee), advertiserCost: money(payout + fee) },
    effectiveRate: sale === 0 ? null : (Math.round((payout * 10_000) / sale + 1e-9) / 100).toFixed(2),
  };
}

const own = ({ platformFee: _, advertiserCost: __, ...figures }: Figures) => figures;
const isSomething = ({
  conversions,
  sales,
  payout,
  rejected,
  kpi,
  reversed,
}: Omit<Figures, "platformFee" | "advertiserCost">) =>
  conversions + cents(sales) + cents(payout) + rejected + kpi + reversed > 0;
const named = <T>(rows: readonly T[], name: (row: T) => unknown) =>
  Object.fromEntries(rows.map((row) => [JSON.stringify(name(row)), row]));

describe.each(ENGINES)("a program's report: %s", (engineName, engine) => {
  const started = async () => recordedProgram({ storage: (await engine())() });

  it(`is the sum over its conversions and over the ledger, whatever was recorded and corrected (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.nat(30), fc.nat(25), async (some, first, length) => {
        const { service, take, publish } = await started();
        for (const [at, step] of some.entries()) {
          if (at === some.length >> 1) await publish("public");
          await take(step);
        }
        await take({ do: "pay" });
        await check(service, "2026-10-01", "2026-11-30");
        const day = (after: number) =>
          new Date(Date.parse("2026-10-10") + after * 86_400_000).toISOString().slice(0, 10);
        await check(service, day(first), day(first + length));
      }),
      { seed: SEED, numRuns: engineName === "MongoDB" ? 2 : 4 },
    );
  }, 120_000);

  async function check({ rooms, send }: Awaited<ReturnType<typeof started>>["service"], from: string, until: string) {
    const all = await rooms.conversions.conversions.documents.find({ program: "acme" });
    const within = all.filter(({ occurredAt }) => dayOf(occurredAt) >= from && dayOf(occurredAt) <= until);
    const query = `?from=${from}&until=${until}`;
    const report: Report = (await sent(send("GET", `${REPORT}${query}`))).body;
    expect(report.totals).toEqual(added(within));
    for (const { day, ...figures } of report.days)
      expect([day, figures]).toEqual([day, added(within.filter(({ occurredAt }) => dayOf(occurredAt) === day))]);
    expect(report.days.map(({ day }) => day).sort()).toEqual([...new Set(report.days.map(({ day }) => day))]);
    expect([report.days[0]?.day, report.days.at(-1)?.day]).toEqual([from, until]);
    checkPartners(report, within);
    checkRules(report, within);
    await checkLedger(rooms, report, within);
    for (const partner of PARTNERS) {
      const mine = within.filter((each) => each.partner === partner);
      const one: Report = (await sent(send("GET", `${REPORT}${query}&partner=${partner}`))).body;
      expect(one.totals).toEqual(added(mine));
      checkPartners(one, mine);
      checkRules(one, mine);
      await checkOwn(send, partner, query, mine);
    }
  }

  function checkPartners(report: Report, within: readonly StoredConversion[]) {
    const wanted = [...PARTNERS, null].flatMap((partner) => {
      const figures = added(within.filter((each) => each.partner === partner));
      return isSomething(figures) ? [{ partner, name: partner ? `Partner ${partner}` : "No partner", ...figures }] : [];
    });
    expect(named(report.partners, ({ partner }) => partner)).toEqual(named(wanted, ({ partner }) => partner));
    const payouts = report.partners.map(({ payout }) => cents(payout));
    expect(payouts).toEqual([...payouts].sort((one, other) => other - one));
  }

  function checkRules(report: Report, within: readonly StoredConversion[]) {
    const keys = [...new Set(within.flatMap(({ rules }) => rules))];
    const wanted = keys.map((key) => ({
      ...readRuleKey(key),
      ...added(
        within.filter(({ rules }) => rules.includes(key)),
        ({ rule }) => rule === key,
      ),
    }));
    const place = ({ terms, eventType, kind, id }: (typeof wanted)[number]) => [terms, eventType, kind, id];
    expect(
      named(
        report.rules.map(({ name: _, ...rule }) => rule),
        place,
      ),
    ).toEqual(named(wanted.filter(isSomething), place));
  }

  async function checkLedger(
    { conversions }: Awaited<ReturnType<typeof started>>["service"]["rooms"],
    report: Report,
    within: readonly StoredConversion[],
  ) {
    const entries = await conversions.ledger.documents.find({ program: "acme" });
    const ids = new Set(within.map(({ conversion }) => conversion));
    const mine = entries.filter(({ conversion }) => conversion !== null && ids.has(conversion));
    const { totals } = report;
    expect([totals.sales, totals.payout, totals.platformFee, totals.conversions]).toEqual([
      money(sum(mine.map(({ sale }) => sale))),
      money(sum(mine.map(({ payout }) => payout))),
      money(sum(mine.map(({ fee }) => fee))),
      sum(mine.map(({ count }) => count)),
    ]);
  }

  async function checkOwn(
    send: Awaited<ReturnType<typeof started>>["service"]["send"],
    partner: string,
    query: string,
    mine: readonly StoredConversion[],
  ) {
    const key = await sent(send("POST", "/api/keys", { name: partner, role: "partner", partner }));
    const headers = { Authorization: `Bearer ${key.body.secret}` };
    const report: OwnReport = (await sent(send("GET", `/api/own/programs/acme/report${query}`, undefined, headers)))
      .body;
    const shown = mine.filter((each) => !each.private);
    const isPublic = (line: StoredConversion["lines"][number]) => !line.private;
    expect(report.totals).toEqual(own(added(shown, isPublic)));
    for (const { day, ...figures } of report.days)
      expect(figures).toEqual(
        own(
          added(
            shown.filter(({ occurredAt }) => dayOf(occurredAt) === day),
            isPublic,
          ),
        ),
      );
    expect(sum(report.rules.map(({ payout }) => cents(payout)))).toBe(cents(report.totals.payout));
  }

  it("lists the groups in force that nothing was decided by, and no others", async () => {
    const { service, record } = await started();
    const idle = async (more = "") =>
      (await service.send("GET", `${REPORT}?from=2026-10-01&until=2026-10-31${more}`)).body.neverFired.map(
        ({ id }: { id: string }) => id,
      );
    expect(await idle()).toEqual(["secret", "new", "idle", "shoes", "hats"]);
    await record({ ...SALE, customer: "New" });
    await record({ ...SALE, type: "basket", cents: 9_999 });
    // Of another month.
    await record({ ...SALE, source: "launch", minutes: 40 * 1_440 });
    expect(await idle()).toEqual(["secret", "idle", "hats"]);
    expect(await idle("&partner=p-2")).toEqual(["secret", "new", "idle", "shoes", "hats"]);
  });

  it("is a file with a line for each day, rule and partner", async () => {
    const { service, record } = await started();
    await record(SALE);
    const { text, headers } = await service.send("GET", `${REPORT}.csv?from=2026-10-01&until=2026-10-02`);
    expect(headers.get("content-disposition")).toBe('attachment; filename="report-acme-2026-10-01-2026-10-02.csv"');
    expect(text.trimEnd().split("\r\n")).toEqual([
      "Part,Id,Name,Terms,Event type,Conversions,Sales,Commission,Platform fee,Advertiser cost,Effective rate %,Rejected,KPI,Reversed",
      "Total,,USD,,,1,100.00,10.00,3.00,13.00,10.00,0,0,0",
      "Day,2026-10-01,,,,1,100.00,10.00,3.00,13.00,10.00,0,0,0",
      "Day,2026-10-02,,,,0,0.00,0.00,0.00,0.00,,0,0,0",
      "Default payout,,,standard,sale,1,100.00,10.00,3.00,13.00,10.00,0,0,0",
      "Partner,p-1,Partner p-1,,,1,100.00,10.00,3.00,13.00,10.00,0,0,0",
      "Never fired,secret,Hidden launch,standard,sale,,,,,,,,,",
      "Never fired,new,New customers,standard,sale,,,,,,,,,",
      "Never fired,idle,Never asked for,standard,sale,,,,,,,,,",
      "Never fired,shoes,Shoes,standard,basket,,,,,,,,,",
      "Never fired,hats,Hats,standard,basket,,,,,,,,,",
    ]);
  });
});

describe("a report", () => {
  it.each<[what: string, query: string, pointer: string, says: string]>([
    ["without its days", "", "/from", "is missing"],
    ["of a day that does not exist", "?from=2026-02-30&until=2026-03-01", "/from", "must be a day like"],
    ["that ends before it begins", "?from=2026-03-02&until=2026-03-01", "/until", "must not be before from"],
    ["of more than three years", "?from=2020-01-01&until=2026-01-01", "/until", "at most 1100 days"],
    ["with a misspelt filter", "?from=2026-03-01&until=2026-03-02&partners=p-1", "/partners", "not known here"],
  ])("refuses one %s", async (_what, query, pointer, says) => {
    const { service } = await startedWithProgram();
    const { status, body } = await service.send("GET", REPORT + query);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    expect(body.errors[0].message).toContain(says);
  });

  it("is not there for a program that is not", async () => {
    const { service } = await startedWithProgram();
    expect((await service.send("GET", "/api/programs/none/report?from=2026-01-01&until=2026-01-02")).status).toBe(404);
  });
});
