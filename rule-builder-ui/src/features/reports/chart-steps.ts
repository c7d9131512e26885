import type { Report } from "@firstmatch/shared-types";
import { dayInWords, daysInWords, monthInWords, shortDay } from "../../components/days.ts";
import { sumOf } from "./sum-of.ts";

/** Of a day, what a chart can show. */
export type ChartDay = Pick<Report["days"][number], "day" | "conversions" | "sales" | "payout">;

/** What stands above one place of the axis: a day, or, in a long period, as much of a month as is in it. */
export interface ChartStep {
  key: string;
  isMonth: boolean;
  short: string;
  title: string;
  conversions: number;
  sales: string;
  payout: string;
}

/** Beyond this, a day is too thin a bar to be told from the next. */
const MOST_DAYS = 92;

export function chartSteps(days: readonly ChartDay[], currency: string): ChartStep[] {
  if (days.length <= MOST_DAYS)
    return days.map((day) => ({
      ...sums([day], currency),
      key: day.day,
      isMonth: false,
      short: shortDay(day.day),
      title: dayInWords(day.day),
    }));
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  return months.map((month) => {
    const within = days.filter(({ day }) => day.startsWith(month));
    const [first, last] = [within[0]?.day ?? month, within.at(-1)?.day ?? month];
    const whole = first.endsWith("-01") && within.length === daysInMonth(month);
    return {
      ...sums(within, currency),
      key: month,
      isMonth: true,
      short: shortMonth(month),
      title: whole ? monthInWords(first) : daysInWords(first, last),
    };
  });
}

const daysInMonth = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

const shortMonth = (month: string): string =>
  new Intl.DateTimeFormat("en", { month: "short", year: "2-digit", timeZone: "UTC" }).format(Date.parse(month));

const sums = (days: readonly ChartDay[], currency: string) => ({
  conversions: days.reduce((total, day) => total + day.conversions, 0),
  sales: sumOf(
    days.map((day) => day.sales),
    currency,
  ),
  payout: sumOf(
    days.map((day) => day.payout),
    currency,
  ),
});
