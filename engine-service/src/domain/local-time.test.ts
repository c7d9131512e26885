import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { ODD_ZONES } from "../testing/odd-values.ts";
import { localClock, spanOf } from "./local-time.ts";

const HOUR = 3_600_000;

describe("dates in the terms' time zone (contract 3.5)", () => {
  it.each([
    {
      label: "an ordinary day",
      day: "2026-11-20",
      timezone: "America/New_York",
      from: "2026-11-20T05:00:00.000Z",
      hours: 24,
    },
    {
      label: "the day that loses an hour",
      day: "2026-03-08",
      timezone: "America/New_York",
      from: "2026-03-08T05:00:00.000Z",
      hours: 23,
    },
    {
      label: "the day that has an hour twice",
      day: "2026-11-01",
      timezone: "America/New_York",
      from: "2026-11-01T04:00:00.000Z",
      hours: 25,
    },
    {
      label: "a zone off by half an hour",
      day: "2026-11-20",
      timezone: "Asia/Kolkata",
      from: "2026-11-19T18:30:00.000Z",
      hours: 24,
    },
    {
      label: "a day whose midnight does not exist",
      day: "2026-03-29",
      timezone: "Asia/Beirut",
      from: "2026-03-28T22:00:00.000Z",
      hours: 23,
    },
    {
      label: "a day that a zone left out",
      day: "2011-12-30",
      timezone: "Pacific/Apia",
      from: "2011-12-30T10:00:00.000Z",
      hours: 0,
    },
  ])("$label lasts $hours hours from $from", ({ day, timezone, from, hours }) => {
    const span = spanOf(day, timezone);
    expect(span && new Date(span.from).toISOString()).toBe(from);
    expect(span && (span.to - span.from) / HOUR).toBe(hours);
  });

  it.each(ODD_ZONES)("are the calendar's days in %s, from 1880 to 2040", (zone) => {
    const days = Array.from({ length: 160 }, (_, year) => year + 1880).flatMap((year) =>
      Array.from({ length: 5 }, (_, nth) => DateTime.utc(year, 1, 1).plus({ days: (year * 7 + nth * 73) % 365 })),
    );
    for (const { year, month, day } of days) {
      const from = DateTime.fromObject({ year, month, day }, { zone }).startOf("day");
      const text = from.toISODate() as string;
      const to = from.plus({ days: 1 }).startOf("day");
      expect([text, spanOf(text, zone)]).toEqual([text, { from: from.toMillis(), to: to.toMillis() }]);
    }
  });

  it("reads a time without an offset as local, and one with an offset as it says", () => {
    expect(spanOf("2026-11-20T10:00", "America/New_York")?.from).toBe(Date.parse("2026-11-20T15:00:00Z"));
    expect(spanOf("2026-11-20T10:00:00+01:00", "America/New_York")?.from).toBe(Date.parse("2026-11-20T09:00:00Z"));
  });

  it.each(["2026-02-30", "20.11.2026", "tomorrow", "2026-11-20T25:00:00Z", ""])("takes %s for no date", (text) => {
    expect(spanOf(text, "UTC")).toBeUndefined();
  });

  it("tells the local day and hour", () => {
    expect(localClock("2026-11-21T03:30:00Z", "America/New_York")).toEqual({ dayOfWeek: "Friday", hourOfDay: "22" });
  });
});
