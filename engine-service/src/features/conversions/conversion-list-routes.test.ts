import type { Conversion } from "@firstmatch/shared-types";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../testing/arbitraries.ts";
import { sent } from "../../testing/crowded-program.ts";
import { ENGINES } from "../../testing/engines.ts";
import { recordedProgram, type Sale, steps, ZONE } from "../../testing/recorded-program.ts";
import { type Reply, startedWithProgram, type TestService } from "../../testing/test-service.ts";
import { recordConversion } from "./record-conversion.ts";

const LIST = "/api/programs/acme/conversions";
const SALE: Sale = {
  ...{ partner: "p-1", type: "sale", source: "search", customer: "Existing", click: null },
  ...{ minutes: 600, cents: 10_000 },
};

async function allPages(send: TestService["send"], query: string, limit = 100): Promise<Conversion[]> {
  const items: Conversion[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Reply = await sent(send("GET", `${LIST}?limit=${limit}&${query}${cursor && `&cursor=${cursor}`}`));
    items.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return items;
}

const idsOf = (conversions: readonly Conversion[]) => conversions.map(({ id }) => id);
const localDay = ({ occurredAt }: Conversion) =>
  new Intl.DateTimeFormat("sv", { timeZone: ZONE, dateStyle: "short" }).format(new Date(occurredAt));

describe.each(ENGINES)("a program's conversions: %s", (_engine, engine) => {
  const started = async () => recordedProgram({ storage: (await engine())() });

  /** Some of every kind, corrected and paid. */
  async function mixed() {
    const program = await started();
    await program.record({ ...SALE, source: "deal" });
    for (const [at, step] of fc.sample(steps, { seed: SEED, numRuns: 2 }).flat().entries()) {
      if (at === 60) await program.take({ do: "pay" });
      await program.take(step);
    }
    const all = await allPages(program.service.send, "");
    expect(idsOf(all).sort()).toEqual([...program.ids].sort());
    return { ...program, send: program.service.send, all };
  }

  it("are paged in the order asked for, none lost and none twice", async () => {
    const { send, all } = await mixed();
    const value = {
      occurredAt: ({ occurredAt }: Conversion) => occurredAt,
      sale: ({ net }: Conversion) => Number(net.sale),
      payout: ({ net }: Conversion) => Number(net.payout),
    };
    for (const by of ["occurredAt", "sale", "payout"] as const) {
      for (const sort of [by, `-${by}`]) {
        const items = await allPages(send, `sort=${sort}`, 9);
        expect(idsOf(items).sort(), sort).toEqual(idsOf(all).sort());
        const values = items.map((item): string | number => value[by](item));
        const inOrder = [...values].sort((one, other) => (one < other ? -1 : 1));
        expect(values, sort).toEqual(sort === by ? inOrder : inOrder.reverse());
      }
    }
    expect(all).toEqual(await allPages(send, "sort=-occurredAt", 6));
  });

  it("are filtered by everything given", async () => {
    const { send, all } = await mixed();
    const FILTERS: [query: string, shows: (conversion: Conversion) => boolean][] = [
      ["partner=p-2", ({ partner }) => partner?.id === "p-2"],
      ["eventType=basket", ({ eventType }) => eventType === "basket"],
      ["from=2026-10-20", (conversion) => localDay(conversion) >= "2026-10-20"],
      ["until=2026-11-01", (conversion) => localDay(conversion) <= "2026-11-01"],
      ["from=2026-11-01&until=2026-11-01", (conversion) => localDay(conversion) === "2026-11-01"],
      [
        "from=2026-10-10&until=2026-11-09&partner=p-1",
        (each) => localDay(each) >= "2026-10-10" && localDay(each) <= "2026-11-09" && each.partner?.id === "p-1",
      ],
      ...(["pending", "payable", "paid", "reversed", "rejected", "kpi"] as const).map(
        (state): [string, (conversion: Conversion) => boolean] => [
          `state=${state}`,
          (conversion) => conversion.state === state,
        ],
      ),
      ["rule=new", ({ rule }) => rule.id === "new"],
      ["rule=deal", ({ rule }) => rule.id === "deal"],
      ["search=c%2F7", ({ id }) => id === "c/7"],
      ["search=o-11", ({ order }) => order === "o-11"],
      ["search=u-3", ({ customer }) => customer === "u-3"],
      ["search=k-1&state=kpi", ({ click, state }) => click === "k-1" && state === "kpi"],
    ];
    for (const [query, shows] of FILTERS) {
      const wanted = all.filter(shows);
      for (const limit of [100, 4]) expect(idsOf(await allPages(send, query, limit)), query).toEqual(idsOf(wanted));
      expect(wanted.length, query).toBeGreaterThan(0);
    }
    for (const none of ["search=c%2F", "search=C%2F7", "partner=P-2", "rule=none"])
      expect(await allPages(send, none), none).toEqual([]);
  });

  it("are found by a rule that won one of several lines, and by the default payout", async () => {
    const { service, record } = await started();
    await record({ ...SALE, type: "basket", cents: 10_000 });
    await record(SALE);
    await record({ ...SALE, customer: "New" });
    const found = async (rule: string) => idsOf(await allPages(service.send, `rule=${rule}&sort=occurredAt`));
    expect([await found("shoes"), await found("hats"), await found("default"), await found("new")]).toEqual([
      ["c/1"],
      ["c/1"],
      ["c/2"],
      ["c/3"],
    ]);
  });

  it("are a file with the same rows, in local time, safe to open in a spreadsheet", async () => {
    const { send, all, service } = await mixed();
    await sent(
      send("POST", "/conversions", {
        conversionId: "=1+1",
        program: "acme",
        eventType: "sale",
        orderTotal: "9",
        orderId: "@order",
        occurredAt: "2026-11-01T06:30:00Z",
      }),
    );
    const { text, headers } = await service.send("GET", `${LIST}.csv`);
    expect([headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      "text/csv; charset=utf-8; header=present",
      'attachment; filename="conversions-acme.csv"',
    ]);
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    const odd = rows.find((row) => row["Conversion id"] === "'=1+1");
    expect(odd).toMatchObject({
      "Order date (America/New_York)": "2026-11-01 01:30:00",
      "Order id": "'@order",
      "Sale amount as decided": "9.00",
      "Payout group": "Default payout",
    });
    expect(
      rows
        .filter((row) => row !== odd)
        .map((row) => [row["Conversion id"], row["Commission earned (USD)"], row.Status]),
    ).toEqual(all.map(({ id, net, state }) => [id, net.payout, state]));
    const some: Record<string, string>[] = parse(
      (await service.send("GET", `${LIST}.csv?state=rejected&sort=sale`)).text,
      { columns: true, bom: true },
    );
    expect(some.map((row) => row["Conversion id"]?.replace("'=", "="))).toEqual(
      idsOf(await allPages(send, "state=rejected&sort=sale")),
    );
  });

  it("are a file of more than are read in one go", async () => {
    const { service } = await started();
    const count = 1_100;
    await Promise.all(
      Array.from({ length: count }, (_, at) =>
        recordConversion(
          service.rooms,
          {
            conversionId: `m-${at}`,
            program: "acme",
            eventType: "visit",
            partnerId: "p-1",
            occurredAt: `2026-11-0${1 + (at % 9)}T10:00:00Z`,
          } as never,
          { door: "import", by: { id: "k", name: "Ana" }, input: {} },
        ),
      ),
    );
    const rows: Record<string, string>[] = parse((await service.send("GET", `${LIST}.csv`)).text, {
      columns: true,
      bom: true,
    });
    expect(new Set(rows.map((row) => row["Conversion id"])).size).toBe(count);
    expect(rows).toHaveLength(count);
  });

  it("tell what one is made of, with its decision explained where that is asked for", async () => {
    const { service, record } = await started();
    const id = await record({ ...SALE, cents: 80_000 });
    const second = await record({ ...SALE, cents: 80_000 });
    const details = await service.send("GET", `${LIST}/${encodeURIComponent(id)}`);
    expect([details.status, details.headers.get("etag")]).toEqual([200, '"1"']);
    expect(details.body).toMatchObject({
      state: "payable",
      input: { conversionId: id },
      ledger: [{ kind: "earned", payout: "80.00" }],
      reversibleItems: [],
    });
    expect(details.body.decision.trace).toBeUndefined();
    const { decision } = (await service.send("GET", `${LIST}/${encodeURIComponent(second)}?explain=true`)).body;
    expect(decision).toMatchObject({ status: "payable", payout: "12.30", platformFee: "3.70" });
    expect(decision.trace.map(({ kind, id: rule, result }: never) => [kind, rule, result])).toEqual([
      ["personal", "deal", "not-matched"],
      ["group", "secret", "not-matched"],
      ["group", "new", "not-matched"],
      ["group", "off", "disabled"],
      ["group", "idle", "not-matched"],
      ["default", null, "matched"],
    ]);
    expect(decision.calculation[0].steps.at(-1)).toBe(
      "Recorded with 12.30 USD for the partner and 3.70 USD for the platform: The revenue budget of 120 a day has 16.00 USD left, and this takes 104.00 USD. What is left is paid.",
    );
  });
});

describe("a list of conversions", () => {
  it.each<[query: string, pointer: string, says: string]>([
    ["limit=101", "/limit", "1 to 100"],
    ["state=open", "/state", "pending"],
    ["sort=partner", "/sort", "occurredAt"],
    ["from=yesterday", "/from", 'must be a day like "2026-11-21", not "yesterday"'],
    ["until=2026-02-30", "/until", 'must be a day like "2026-11-21", not "2026-02-30"'],
    ["until=2026-11-21T00:00:00Z", "/until", "must be a day like"],
    ["from=2026-11-02&until=2026-11-01", "/until", "must not be before from"],
    ["partners=p-1", "/partners", "not known here"],
    ["cursor=WyJzYWxlIiwxLCJhIl0", "/cursor", "of a list sorted alike"],
    ["cursor=eA", "/cursor", "as it was given"],
  ])("refuse ?%s", async (query, pointer, says) => {
    const { service } = await startedWithProgram();
    const { status, body } = await service.send("GET", `${LIST}?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
    expect(body.errors[0].message).toContain(says);
    if (pointer !== "/limit" && pointer !== "/cursor")
      expect((await service.send("GET", `${LIST}.csv?${query}`)).status).toBe(422);
  });

  it.each([["/api/programs/none/conversions"], ["/api/programs/none/conversions.csv"], [`${LIST}/none`]])(
    "%s is not there",
    async (path) => {
      const { service } = await startedWithProgram();
      expect((await service.send("GET", path)).status).toBe(404);
    },
  );
});
