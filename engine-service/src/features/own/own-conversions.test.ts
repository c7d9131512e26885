import type { OwnConversion } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { sent } from "../../testing/crowded-program.ts";
import { ENGINES } from "../../testing/engines.ts";
import { recordedProgram, type Sale } from "../../testing/recorded-program.ts";

const OWN = "/api/own/programs/acme";
const SALE: Sale = {
  ...{ partner: "p-1", type: "sale", source: "search", customer: "Existing", click: null },
  ...{ minutes: 45 * 1_440, cents: 10_000 },
};

describe.each(ENGINES)("a partner's own conversions: %s", (_engine, engine) => {
  async function started() {
    const program = await recordedProgram({ storage: (await engine())() });
    const { send } = program.service;
    const as = async (partner: string) => {
      const key = await sent(send("POST", "/api/keys", { name: partner, role: "partner", partner }));
      return (path: string) => send("GET", path, undefined, { Authorization: `Bearer ${key.body.secret}` });
    };
    return { ...program, as };
  }
  const shown = ({ id, rule, decided, net, state }: OwnConversion) => [id, rule.name ?? rule.kind, decided, net, state];

  it("are its public ones, with the amounts of their public lines", async () => {
    const { record, take, as } = await started();
    await record({ ...SALE, source: "launch" });
    await record({ ...SALE, partner: "p-2" });
    await record(SALE);
    await record({ ...SALE, source: "deal" });
    // Shoes, and hats that are private, until the hats come back.
    await record({ ...SALE, type: "basket" });
    await take({ do: "items", pick: 4, items: [1] });
    const ask = await as("p-1");
    const { items } = (await ask(`${OWN}/conversions?sort=occurredAt`)).body;
    const amounts = (sale: string, payout: string) => ({ sale, payout });
    expect(items.map(shown)).toEqual([
      ["c/3", "default", amounts("100.00", "10.00"), amounts("100.00", "10.00"), "pending"],
      ["c/4", "Deal of one", amounts("100.00", "15.00"), amounts("100.00", "15.00"), "pending"],
      ["c/5", "Shoes", amounts("100.00", "8.00"), amounts("100.00", "8.00"), "pending"],
    ]);
    expect(Object.keys(items[0]).sort()).toEqual([
      "currency",
      "decided",
      "eventType",
      "id",
      "net",
      "occurredAt",
      "order",
      "payableFrom",
      "reason",
      "rule",
      "state",
      "version",
    ]);
    const lines = (await ask(`${OWN}/conversions.csv?sort=occurredAt`)).text.trimEnd().split("\r\n");
    expect(lines.map((line) => line.split(",").slice(0, 6))).toEqual([
      [
        "Order date (America/New_York)",
        "Sale amount (USD)",
        "Commission earned (USD)",
        "Order id",
        "Payout group",
        "Version",
      ],
      ["2026-11-14 23:00:00", "100.00", "10.00", "o-2", "Default payout", "1"],
      ["2026-11-14 23:00:00", "100.00", "15.00", "o-3", "Deal of one", "1"],
      ["2026-11-14 23:00:00", "100.00", "8.00", "o-4", "Shoes", "1"],
    ]);
    const report = (await ask(`${OWN}/report?from=2026-11-01&until=2026-11-30`)).body;
    expect(report.totals).toMatchObject({ conversions: 3, sales: "300.00", payout: "33.00" });
  });

  it("are not told to be found by what is private, nor for programs of others", async () => {
    const { service, record, as } = await started();
    await record({ ...SALE, source: "launch" });
    await record({ ...SALE, type: "basket" });
    const ask = await as("p-1");
    for (const query of ["search=o-0", "search=c%2F1", "state=pending&eventType=sale"])
      expect((await ask(`${OWN}/conversions?${query}`)).body.items, query).toEqual([]);
    for (const query of ["rule=hats", "partner=p-2", "sort=-payout"])
      expect((await ask(`${OWN}/conversions?${query}`)).status, query).toBe(422);
    await sent(service.send("POST", "/api/programs", { id: "other", name: "Other", currency: "USD", timezone: "UTC" }));
    for (const path of ["conversions", "conversions.csv", "report?from=2026-11-01&until=2026-11-30"])
      for (const program of ["other", "none"])
        expect((await ask(`/api/own/programs/${program}/${path}`)).status).toBe(404);
  });
});
