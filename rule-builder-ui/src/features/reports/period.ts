import { dateForm } from "@firstmatch/shared-types";
import { daysLater, firstOfMonth } from "../../components/days.ts";

/** Which days a report is about, as they are chosen and as they stand in the address. Both ends are included. */

export const PERIODS = [
  { value: "this-month", label: "This month" },
  { value: "last-month", label: "Last month" },
  { value: "last-30-days", label: "Last 30 days" },
  { value: "other", label: "Other days" },
] as const;

export type PeriodChoice = (typeof PERIODS)[number]["value"];

export interface Days {
  from: string;
  until: string;
}

/** `from` and `until` are those that were typed, "" while there are none; they count for other days only. */
export interface Period extends Days {
  choice: PeriodChoice;
}

export function periodInAddress(parameters: URLSearchParams): Period {
  const [from, until] = (["from", "until"] as const).map((key) => dayOrNothing(parameters.get(key)));
  const named = PERIODS.find(({ value }) => value === parameters.get("period"))?.value;
  return { choice: named ?? (from || until ? "other" : "this-month"), from: from ?? "", until: until ?? "" };
}

const dayOrNothing = (text: string | null): string => (text !== null && dateForm(text) === "day" ? text : "");

/** The parts of the address to change; this month, the first choice, needs none. */
export const addressOfPeriod = ({ choice, from, until }: Period): Record<string, string | null> => ({
  period: choice === "this-month" ? null : choice,
  from: choice === "other" ? from : null,
  until: choice === "other" ? until : null,
});

/** The days of a period that has a name. @param today in whatever time zone is meant */
export function namedDays(choice: Exclude<PeriodChoice, "other">, today: string): Days {
  switch (choice) {
    case "this-month":
      return { from: firstOfMonth(today), until: today };
    case "last-month": {
      const last = daysLater(firstOfMonth(today), -1);
      return { from: firstOfMonth(last), until: last };
    }
    case "last-30-days":
      return { from: daysLater(today, -29), until: today };
  }
}

/** The days that are meant, or what is missing until some are. */
export function daysOf({ choice, from, until }: Period, today: string): Days | { missing: string } {
  if (choice !== "other") return namedDays(choice, today);
  if (from === "") return { missing: "Choose the first day." };
  if (until === "") return { missing: "Choose the last day." };
  return until < from ? { missing: "The last day is before the first one." } : { from, until };
}
