import { describe, expect, it } from "vitest";
import { dayIn, dayInWords, daysInWords, daysLater, firstOfMonth, monthInWords, shortDay } from "./days.ts";

describe("the day on the clocks of a time zone", () => {
  it.each([
    ["America/New_York", "2026-11-01T03:59:59Z", "2026-10-31"],
    ["America/New_York", "2026-11-01T04:00:00Z", "2026-11-01"],
    ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01"],
    ["Europe/Berlin", "2026-10-31T23:00:00Z", "2026-11-01"],
    ["Pacific/Apia", "2026-10-31T11:00:00Z", "2026-11-01"],
    ["UTC", "2026-11-01T00:00:00Z", "2026-11-01"],
  ])("%s, %s is %s", (timezone, moment, day) => expect(dayIn(timezone, new Date(moment))).toBe(day));
});

describe("days of the calendar", () => {
  it.each([
    ["2026-02-28", 1, "2026-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-11-01", -1, "2026-10-31"],
    ["2026-11-02", -1, "2026-11-01"],
    ["2027-01-01", -29, "2026-12-03"],
  ])("%s and %i days is %s, whatever clocks do", (day, count, other) => expect(daysLater(day, count)).toBe(other));

  it("read as people say them", () => {
    expect(firstOfMonth("2026-11-21")).toBe("2026-11-01");
    expect(dayInWords("2026-11-20")).toBe("Fri, Nov 20, 2026");
    expect(shortDay("2026-11-20")).toBe("Nov 20");
    expect(monthInWords("2026-11-01")).toBe("November 2026");
    expect(daysInWords("2026-11-20", "2026-11-20")).toBe("Nov 20, 2026");
    expect(daysInWords("2026-12-31", "2027-01-01").replaceAll(/\s/g, " ")).toBe("Dec 31, 2026 – Jan 1, 2027");
  });
});
