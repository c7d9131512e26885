import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toInstant, toLocal } from "./local-time.ts";

const SEED = 20261121;

describe("moments on the clock of the terms' time zone", () => {
  it.each([
    ["winter in New York", "2026-11-20T05:00", "America/New_York", "2026-11-20T05:00:00-05:00"],
    ["summer in New York", "2026-07-01T05:00", "America/New_York", "2026-07-01T05:00:00-04:00"],
    ["UTC", "2026-11-20T05:00", "UTC", "2026-11-20T05:00:00+00:00"],
    ["half an hour more in Kolkata", "2026-11-20T05:00:07", "Asia/Kolkata", "2026-11-20T05:00:07+05:30"],
    ["the hour that spring skips is the next one", "2026-03-08T02:30", "America/New_York", "2026-03-08T03:30:00-04:00"],
    ["of the hour that autumn repeats, the first", "2026-11-01T01:30", "America/New_York", "2026-11-01T01:30:00-04:00"],
  ])("%s", (_label, local, timezone, instant) => {
    expect(toInstant(local, timezone)).toBe(instant);
  });

  it(`reads back what it wrote, in any zone (seed ${SEED})`, () => {
    const zones = fc.constantFrom("America/New_York", "UTC", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia");
    const moments = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moments, zones, (moment, timezone) => {
        const local = toLocal(moment.toISOString(), timezone) as string;
        expect(toLocal(toInstant(local, timezone), timezone)).toBe(local);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it.each(["", "12026-01-01T00:00", "tomorrow"])("leaves %j, which is no time, as it was typed", (typed) => {
    expect(toInstant(typed, "America/New_York")).toBe(typed);
  });

  it("knows no clock time for what is no moment", () => {
    expect(toLocal("tomorrow", "UTC")).toBeUndefined();
  });
});
