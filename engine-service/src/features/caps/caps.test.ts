import type { Cap, CapUse } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { doors, ifMatch, saleTerms, startService, TestClock, type TestService } from "../../testing/test-service.ts";

const PROGRAM = "/api/programs/acme";

const cap = (measure: Cap["measure"], per: Cap["per"], limit: string, beyond: Cap["beyond"] = "reject"): Cap => ({
  ...{ measure, per, limit, beyond },
});

type Terms = Parameters<typeof saleTerms>[1];

/** A program that pays 10 % of a sale, and 2 % to the platform. */
const TEN_AND_TWO: Terms = {
  default: { payout: { model: "CPS", partner: { percent: "10" }, platform: { percent: "2" } } },
};

async function startedWith(
  service: TestService,
  { caps = [], terms = TEN_AND_TWO, timezone = "UTC" }: { caps?: Cap[]; terms?: Terms; timezone?: string },
) {
  await service.send("POST", "/api/programs", { id: "acme", name: "Acme", currency: "USD", timezone });
  const published = await doors(service).put({ ...saleTerms("10", terms), timezone });
  if (published.status !== 201) throw new Error(published.text);
  service.clock.advance(1_000);
  if (caps.length > 0) await service.send("PATCH", PROGRAM, { caps }, ifMatch(1));
  return doorsOf(service);
}

function doorsOf(service: TestService) {
  let made = 0;
  const convert = async (event: object = {}) => {
    const sale = { conversionId: `c-${made++}`, program: "acme", eventType: "sale", orderTotal: "100" };
    return (await service.send("POST", "/conversions", { ...sale, ...event })).body;
  };
  const usage = async (): Promise<CapUse[]> => (await service.send("GET", `${PROGRAM}/usage`)).body.items;
  const used = async () => (await usage()).map(({ used }) => used);
  return { service, convert, usage, used };
}

/** What became of conversions, as short as can be. */
const outcome = ({ reason, payout, platformFee }: { reason: string | null; payout: string; platformFee: string }) =>
  reason ?? `${payout} + ${platformFee}`;

describe.each(ENGINES)("caps: %s", (_engine, engine) => {
  const started = async (setting: Parameters<typeof startedWith>[1]) =>
    startedWith(await startService({ storage: (await engine())() }), setting);

  it.each<[label: string, caps: Cap[]]>([
    ["37 conversions a day", [cap("conversions", "day", "37")]],
    ["37 conversions an hour, and more a week", [cap("conversions", "week", "40"), cap("conversions", "hour", "37")]],
    ["$455.99 a month: room for 37 of $12.00", [cap("revenue", "month", "455.99")]],
    ["$444.00 in all, to the cent", [cap("revenue", "total", "444")]],
  ])("let 37 of 50 at once through, by two services on one store, and not one more: %s", async (_label, caps) => {
    const open = await engine();
    const clock = new TestClock();
    const first = await startService({ storage: open(), clock });
    await startedWith(first, { caps });
    const second = await startService({ storage: open(), clock });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        doorsOf(at % 2 ? first : second).convert({ conversionId: `c-${at}`, partnerId: "p-7" }),
      ),
    );
    expect(replies.filter(({ status }) => status === "payable")).toHaveLength(37);
    expect(new Set(replies.map(outcome)).size).toBe(2);
    const { conversions, revenue } = (await first.rooms.usage.usages.documents.findOne({ _id: "acme/total/" })) ?? {};
    expect([conversions, revenue]).toEqual([37, 37 * 1_200]);
  });

  it("hold from their saving on for another service, too, which has not looked since", async () => {
    const open = await engine();
    const clock = new TestClock();
    const first = await startService({ storage: open(), clock });
    await startedWith(first, {});
    const second = await startService({ storage: open(), clock });
    const both = async (from: number) => {
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          doorsOf(at % 2 ? first : second).convert({ conversionId: `c-${from + at}` }),
        ),
      );
      return replies.filter(({ status }) => status === "payable").length;
    };
    await first.send("PATCH", PROGRAM, { caps: [cap("conversions", "day", "7")] }, ifMatch(1));
    expect(await both(0)).toBe(7);
    await first.send("PATCH", PROGRAM, { caps: [cap("conversions", "day", "10")] }, ifMatch(2));
    expect(await both(20)).toBe(3);
    await first.send("PATCH", PROGRAM, { caps: [] }, ifMatch(3));
    await second.rooms.refresher.look();
    expect(await both(40)).toBe(20);
  });

  it("pay the exact rest of a budget, once, however many come at once", async () => {
    const open = await engine();
    const clock = new TestClock();
    const first = await startService({ storage: open(), clock });
    await startedWith(first, { caps: [cap("revenue", "day", "445.67", "pay-rest")] });
    const second = await startService({ storage: open(), clock });
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, at) => doorsOf(at % 2 ? first : second).convert({ conversionId: `c-${at}` })),
    );
    const counts = new Map<string, number>();
    for (const reply of replies) counts.set(outcome(reply), (counts.get(outcome(reply)) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({ "10.00 + 2.00": 37, "1.39 + 0.28": 1, "revenue-budget-reached": 12 });
    expect(await doorsOf(second).used()).toEqual(["445.67"]);
  });

  it("count only rules whose setup says so, each for itself; KPI and rejected conversions use up nothing", async () => {
    const payout = { model: "CPS" as const, partner: { percent: "10" } };
    const grouped = (id: string, setup: object) => ({
      ...{ id, name: id, conditions: { all: [{ fact: "source", operator: "isAnyOf" as const, value: [id] }] } },
      event: { type: "payout" as const, params: { payout, setup } },
    });
    const { convert, used } = await started({
      caps: [cap("conversions", "total", "2"), cap("revenue", "total", "20")],
      terms: {
        groups: [
          grouped("uncapped", { conversionCap: false }),
          grouped("unbudgeted", { revenueBudget: false }),
          grouped("kpi", { classification: "kpi" }),
        ],
      },
    });
    const sums: string[] = [];
    const go = async (source: string) => {
      const decided = await convert({ source });
      sums.push(`${source}: ${decided.reason ?? decided.status}, used ${(await used()).join(" and ")}`);
    };
    for (const source of ["uncapped", "unbudgeted", "kpi", "other", "unbudgeted", "uncapped", "kpi"]) await go(source);
    expect(sums).toEqual([
      "uncapped: payable, used 0 and 10.00",
      "unbudgeted: payable, used 1 and 10.00",
      "kpi: kpi, used 1 and 10.00",
      "other: payable, used 2 and 20.00",
      "unbudgeted: conversion-cap-reached, used 2 and 20.00",
      "uncapped: revenue-budget-reached, used 2 and 20.00",
      "kpi: kpi, used 2 and 20.00",
    ]);
  });

  it("count what was recorded before they were set, and what occurred in a period long ago there", async () => {
    const { service, convert, used } = await started({});
    const lastYear = { occurredAt: "2025-03-01T12:00:00Z" };
    for (const event of [{}, {}, lastYear, lastYear]) await convert(event);
    const caps = [cap("conversions", "month", "3"), cap("conversions", "total", "6")];
    await service.send("PATCH", PROGRAM, { caps }, ifMatch(1));
    expect(await used()).toEqual(["2", "4"]);
    expect(outcome(await convert(lastYear))).toBe("10.00 + 2.00");
    expect(outcome(await convert(lastYear))).toBe("conversion-cap-reached");
    expect(outcome(await convert())).toBe("10.00 + 2.00");
    expect(await used()).toEqual(["3", "6"]);
    expect((await convert({ occurredAt: "2025-04-01T00:00:00Z" })).notes).toEqual([
      "The conversion cap of 6 in all is reached.",
    ]);
  });

  it("have room again for what is reversed, in the period that it occurred in, in whole and in part", async () => {
    const { service, convert, used } = await started({
      caps: [cap("conversions", "day", "2"), cap("revenue", "day", "24", "pay-rest")],
    });
    const reverse = (id: string, revision: number, more: object = {}) =>
      service.send("POST", `${PROGRAM}/conversions/${id}/reverse`, { reason: "sent back", ...more }, ifMatch(revision));
    const yesterday = { occurredAt: "2026-11-19T12:00:00Z" };
    await convert({ conversionId: "old", ...yesterday });
    await convert({ conversionId: "one" });
    await convert({ conversionId: "two" });
    expect((await reverse("old", 1)).status).toBe(200);
    expect(await used()).toEqual(["2", "24.00"]);
    expect((await reverse("one", 1, { amount: "50" })).status).toBe(200);
    expect(await used()).toEqual(["2", "18.00"]);
    expect(outcome(await convert())).toBe("conversion-cap-reached");
    expect((await reverse("one", 2)).status).toBe(200);
    expect(await used()).toEqual(["1", "12.00"]);
    expect(outcome(await convert())).toBe("10.00 + 2.00");
    expect(outcome(await convert())).toBe("conversion-cap-reached");
    for (const id of ["y-1", "y-2"])
      expect(outcome(await convert({ conversionId: id, ...yesterday }))).toBe("10.00 + 2.00");
    expect(outcome(await convert(yesterday))).toBe("conversion-cap-reached");
  });

  it("hold from their saving on; one that was lowered below what is used up takes nothing more", async () => {
    const { service, convert, usage } = await started({ caps: [cap("conversions", "day", "3")] });
    for (let at = 0; at < 3; at++) await convert();
    await service.send("PATCH", PROGRAM, { caps: [cap("conversions", "day", "2")] }, ifMatch(2));
    expect(outcome(await convert())).toBe("conversion-cap-reached");
    expect((await usage())[0]).toMatchObject({ used: "3", cap: { limit: "2" } });
    await service.send("PATCH", PROGRAM, { caps: [] }, ifMatch(3));
    expect(outcome(await convert())).toBe("10.00 + 2.00");
    expect(await usage()).toEqual([]);
  });
});

describe("a cap of one conversion, in the program's time zone", () => {
  /** Moments that share a period, those that do not in lists of their own: of each list the first is taken. */
  it.each<[label: string, per: Cap["per"], timezone: string, periods: string[][]]>([
    [
      "a day of 23 hours",
      "day",
      "America/New_York",
      [["2026-03-08T04:59:59Z"], ["2026-03-08T05:00:00Z", "2026-03-09T03:59:59Z"], ["2026-03-09T04:00:00Z"]],
    ],
    [
      "a day of 25 hours",
      "day",
      "America/New_York",
      [["2026-11-01T03:59:59Z"], ["2026-11-01T04:00:00Z", "2026-11-02T04:59:59Z"], ["2026-11-02T05:00:00Z"]],
    ],
    [
      "the hour that comes twice",
      "hour",
      "America/New_York",
      [
        ["2026-11-01T05:00:00Z", "2026-11-01T05:59:59Z"],
        ["2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z"],
        ["2026-11-01T07:00:00Z"],
      ],
    ],
    [
      "the hour that is left out",
      "hour",
      "America/New_York",
      [
        ["2026-03-08T06:30:00Z", "2026-03-08T06:59:59Z"],
        ["2026-03-08T07:00:00Z", "2026-03-08T07:59:59Z"],
      ],
    ],
    [
      "a week, from Monday",
      "week",
      "Europe/Berlin",
      [["2026-03-22T22:59:59Z"], ["2026-03-22T23:00:00Z", "2026-03-29T21:59:59Z"], ["2026-03-29T22:00:00Z"]],
    ],
    ["a month", "month", "Asia/Tokyo", [["2026-10-31T14:59:59Z"], ["2026-10-31T15:00:00Z", "2026-11-30T14:59:59Z"]]],
    [
      "a day of 24½ hours",
      "day",
      "Australia/Lord_Howe",
      [["2026-04-04T12:59:59Z"], ["2026-04-04T13:00:00Z", "2026-04-05T13:29:59Z"], ["2026-04-05T13:30:00Z"]],
    ],
    [
      "a day with two midnights",
      "day",
      "America/Havana",
      [["2026-11-01T04:30:00Z", "2026-11-01T05:30:00Z", "2026-11-02T04:59:59Z"], ["2026-11-02T05:00:00Z"]],
    ],
    ["all time", "total", "America/New_York", [["2020-01-01T00:00:00Z", "2026-11-20T00:00:00Z"]]],
  ])("%s: per %s in %s", async (_label, per, timezone, periods) => {
    const { convert } = await startedWith(await startService(), { caps: [cap("conversions", per, "1")], timezone });
    const taken: string[][] = [];
    for (const moments of periods) {
      const outcomes = [];
      for (const occurredAt of moments) outcomes.push((await convert({ occurredAt })).status);
      taken.push(outcomes);
    }
    expect(taken).toEqual(periods.map((moments) => moments.map((_, at) => (at === 0 ? "payable" : "rejected"))));
  });
});

describe("what is left of a budget", () => {
  const items = [
    { category: "Shoes", amount: "100" },
    { category: "Hats", amount: "50" },
    { category: "Socks", amount: "50" },
  ];

  it("is paid line by line, the last in part, with payout and fee in its proportion", async () => {
    const { convert } = await startedWith(await startService(), {
      caps: [cap("revenue", "day", "15.01", "pay-rest")],
      terms: { ...TEN_AND_TWO, level: "item" },
    });
    const decided = await convert({ items });
    expect(decided.lines).toMatchObject([
      { payout: "10.00", platformFee: "2.00", advertiserCost: "12.00" },
      { payout: "2.50", platformFee: "0.51", advertiserCost: "3.01" },
      { payout: "0.00", platformFee: "0.00", advertiserCost: "0.00" },
    ]);
    expect(outcome(decided)).toBe("12.50 + 2.51");
    expect(decided.advertiserCost).toBe("15.01");
    expect(decided.notes).toEqual([
      "The revenue budget of 15.01 a day has 15.01 USD left, and this takes 24.00 USD. What is left is paid.",
    ]);
  });

  it("is what a repetition answers too, and the ledger holds", async () => {
    const { service, convert } = await startedWith(await startService(), {
      caps: [cap("revenue", "total", "5", "pay-rest")],
    });
    const first = await convert({ conversionId: "c-x" });
    expect(outcome(first)).toBe("4.16 + 0.84");
    expect(await convert({ conversionId: "c-x" })).toEqual(first);
    const [entry] = await service.rooms.conversions.entriesOf("acme", "c-x");
    expect(entry).toMatchObject({ payout: 416, fee: 84, sale: 10_000 });
    expect(outcome(await convert())).toBe("revenue-budget-reached");
  });
});

describe("GET /api/programs/{program}/usage", () => {
  it("shows each cap with what is used up in the period that it is now, and where that begins and ends", async () => {
    const { service, convert, usage } = await startedWith(await startService(), {
      caps: [
        cap("conversions", "day", "100"),
        cap("revenue", "hour", "50"),
        cap("revenue", "total", "1000", "pay-rest"),
      ],
      timezone: "America/New_York",
    });
    await convert();
    await convert({ occurredAt: "2026-11-19T12:00:00Z" });
    const day = { from: "2026-11-20T05:00:00.000Z", until: "2026-11-21T05:00:00.000Z" };
    const total = { cap: cap("revenue", "total", "1000", "pay-rest"), used: "24.00", from: null, until: null };
    expect(await usage()).toEqual([
      { cap: cap("conversions", "day", "100"), used: "1", ...day },
      {
        cap: cap("revenue", "hour", "50"),
        used: "12.00",
        from: "2026-11-20T10:00:00.000Z",
        until: "2026-11-20T11:00:00.000Z",
      },
      total,
    ]);
    service.clock.advance(24 * 3_600_000);
    expect(await usage()).toEqual([
      { cap: cap("conversions", "day", "100"), used: "0", from: day.until, until: "2026-11-22T05:00:00.000Z" },
      {
        cap: cap("revenue", "hour", "50"),
        used: "0.00",
        from: "2026-11-21T10:00:00.000Z",
        until: "2026-11-21T11:00:00.000Z",
      },
      total,
    ]);
  });

  it("is empty without caps, and 404 without the program", async () => {
    const { service, usage } = await startedWith(await startService(), {});
    expect(await usage()).toEqual([]);
    expect((await service.send("GET", "/api/programs/nope/usage")).status).toBe(404);
  });
});
