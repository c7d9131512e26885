import { CAP_PERIODS, type CapPeriod } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { localDay, periodAt } from "./cap-period.ts";

const NEW_YORK = "America/New_York";

describe("the period that a moment lies in", () => {
  it.each<[label: string, per: CapPeriod, zone: string, moment: string, from: string | null, until: string | null]>([
    ["an hour", "hour", NEW_YORK, "2026-11-20T10:30:00Z", "2026-11-20T10:00:00.000Z", "2026-11-20T11:00:00.000Z"],
    ["a day", "day", NEW_YORK, "2026-11-20T10:30:00Z", "2026-11-20T05:00:00.000Z", "2026-11-21T05:00:00.000Z"],
    [
      "a day that is still yesterday",
      "day",
      NEW_YORK,
      "2026-11-20T04:59:59.999Z",
      "2026-11-19T05:00:00.000Z",
      "2026-11-20T05:00:00.000Z",
    ],
    [
      "its first moment",
      "day",
      NEW_YORK,
      "2026-11-20T05:00:00Z",
      "2026-11-20T05:00:00.000Z",
      "2026-11-21T05:00:00.000Z",
    ],
    [
      "a week from Monday",
      "week",
      NEW_YORK,
      "2026-11-22T12:00:00Z",
      "2026-11-16T05:00:00.000Z",
      "2026-11-23T05:00:00.000Z",
    ],
    [
      "a week across New Year",
      "week",
      "UTC",
      "2027-01-01T00:00:00Z",
      "2026-12-28T00:00:00.000Z",
      "2027-01-04T00:00:00.000Z",
    ],
    ["a month", "month", NEW_YORK, "2026-11-01T03:59:59Z", "2026-10-01T04:00:00.000Z", "2026-11-01T04:00:00.000Z"],
    [
      "a month of 29 days",
      "month",
      "UTC",
      "2028-02-29T23:00:00Z",
      "2028-02-01T00:00:00.000Z",
      "2028-03-01T00:00:00.000Z",
    ],
    ["all time", "total", NEW_YORK, "2026-11-20T10:30:00Z", null, null],
    [
      "a day of 23 hours",
      "day",
      NEW_YORK,
      "2026-03-08T12:00:00Z",
      "2026-03-08T05:00:00.000Z",
      "2026-03-09T04:00:00.000Z",
    ],
    [
      "the hour after the one left out",
      "hour",
      NEW_YORK,
      "2026-03-08T07:30:00Z",
      "2026-03-08T07:00:00.000Z",
      "2026-03-08T08:00:00.000Z",
    ],
    [
      "a day of 25 hours",
      "day",
      NEW_YORK,
      "2026-11-01T12:00:00Z",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "the first of two hours of one name",
      "hour",
      NEW_YORK,
      "2026-11-01T05:30:00Z",
      "2026-11-01T05:00:00.000Z",
      "2026-11-01T06:00:00.000Z",
    ],
    [
      "the second of them",
      "hour",
      NEW_YORK,
      "2026-11-01T06:30:00Z",
      "2026-11-01T06:00:00.000Z",
      "2026-11-01T07:00:00.000Z",
    ],
    [
      "a week of 169 hours",
      "week",
      NEW_YORK,
      "2026-11-01T12:00:00Z",
      "2026-10-26T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "a day of 24½ hours",
      "day",
      "Australia/Lord_Howe",
      "2026-04-04T20:00:00Z",
      "2026-04-04T13:00:00.000Z",
      "2026-04-05T13:30:00.000Z",
    ],
    [
      "a day of 23½ hours",
      "day",
      "Australia/Lord_Howe",
      "2026-10-03T20:00:00Z",
      "2026-10-03T13:30:00.000Z",
      "2026-10-04T13:00:00.000Z",
    ],
    [
      "half an hour that comes again",
      "hour",
      "Australia/Lord_Howe",
      "2026-04-04T15:10:00Z",
      "2026-04-04T15:00:00.000Z",
      "2026-04-04T15:30:00.000Z",
    ],
    [
      "half an hour that is left over",
      "hour",
      "Australia/Lord_Howe",
      "2026-10-03T15:40:00Z",
      "2026-10-03T15:30:00.000Z",
      "2026-10-03T16:00:00.000Z",
    ],
    [
      "an hour of a zone at half past",
      "hour",
      "Asia/Kolkata",
      "2026-11-20T10:15:00Z",
      "2026-11-20T09:30:00.000Z",
      "2026-11-20T10:30:00.000Z",
    ],
    [
      "a day with two midnights, before the second",
      "day",
      "America/Havana",
      "2026-11-01T04:30:00Z",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "a day with two midnights, after the second",
      "day",
      "America/Havana",
      "2026-11-01T20:00:00Z",
      "2026-11-01T04:00:00.000Z",
      "2026-11-02T05:00:00.000Z",
    ],
    [
      "the day before it",
      "day",
      "America/Havana",
      "2026-10-31T20:00:00Z",
      "2026-10-31T04:00:00.000Z",
      "2026-11-01T04:00:00.000Z",
    ],
    [
      "a month that begins with it",
      "month",
      "America/Havana",
      "2026-11-20T20:00:00Z",
      "2026-11-01T04:00:00.000Z",
      "2026-12-01T05:00:00.000Z",
    ],
    [
      "a day without a midnight",
      "day",
      "Africa/Cairo",
      "2026-04-24T10:00:00Z",
      "2026-04-23T22:00:00.000Z",
      "2026-04-24T21:00:00.000Z",
    ],
    [
      "the day before a day that was left out",
      "day",
      "Pacific/Apia",
      "2011-12-30T09:00:00Z",
      "2011-12-29T10:00:00.000Z",
      "2011-12-30T10:00:00.000Z",
    ],
  ])("%s: a %s of %s at %s", (_label, per, zone, moment, from, until) => {
    expect(periodAt(per, Date.parse(moment), zone)).toEqual({ from, until });
  });
});

describe(`periods of any moment, anywhere (seed ${SEED})`, () => {
  const zones = fc.constantFrom(
    ...["UTC", NEW_YORK, "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana"],
    ...["Africa/Cairo", "Atlantic/Azores", "America/Nuuk", "Pacific/Apia", "Antarctica/Troll", "America/St_Johns"],
  );
  const moments = fc.integer({ min: Date.parse("2012-01-01"), max: Date.parse("2040-01-01") });
  const pers = fc.constantFrom(...CAP_PERIODS.filter((per) => per !== "total"));
  /** Half of them within two hours of a moment at which some clock is changed. */
  const near = fc.oneof(
    moments,
    fc
      .tuple(
        fc.constantFrom(
          "2026-04-04T15:00Z",
          "2026-10-03T15:30Z",
          "2026-11-01T05:00Z",
          "2026-10-25T01:00Z",
          "2026-04-23T22:00Z",
        ),
        fc.integer({ min: -2 * 3_600_000, max: 2 * 3_600_000 }),
      )
      .map(([at, by]) => Date.parse(at) + by),
  );

  it("hold the moment", () => {
    fc.assert(
      fc.property(pers, near, zones, (per, moment, zone) => {
        const { from, until } = periodAt(per, moment, zone) as { from: string; until: string };
        expect(Date.parse(from)).toBeLessThanOrEqual(moment);
        expect(Date.parse(until)).toBeGreaterThan(moment);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it("follow each other without a gap, and are the same for each moment in them", () => {
    fc.assert(
      fc.property(pers, near, zones, fc.double({ min: 0, max: 1, noNaN: true }), (per, moment, zone, part) => {
        const period = periodAt(per, moment, zone);
        const [from, until] = [period.from, period.until].map((bound) => Date.parse(bound as string)) as [
          number,
          number,
        ];
        expect(periodAt(per, from, zone)).toEqual(period);
        expect(periodAt(per, until - 1, zone)).toEqual(period);
        expect(periodAt(per, from + Math.floor((until - from - 1) * part), zone)).toEqual(period);
        expect(periodAt(per, until, zone).from).toBe(period.until);
        expect(periodAt(per, from - 1, zone).until).toBe(period.from);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });

  it("of a day are those of one local date", () => {
    fc.assert(
      fc.property(near, near, zones, (one, other, zone) => {
        const same = periodAt("day", one, zone).from === periodAt("day", other, zone).from;
        expect(same).toBe(localDay(one, zone) === localDay(other, zone));
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });
});
