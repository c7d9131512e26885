import { type CapUse, Decimal, formatAmount, formatNumber } from "@firstmatch/shared-types";
import { shownMoment, shownTime } from "../../components/Moment.tsx";

/** How far a cap is used up: enough, nearly nothing, or nothing left. */
export type Fill = "some-left" | "nearly-used-up" | "used-up";

/** From where on it counts as nearly used up, in percent. */
const NEARLY = 80;

export interface Meter {
  /** `Conversions a day` */
  title: string;
  /** `87 of 100` */
  amounts: string;
  /** 0 to 100, rounded down, so that 100 is full. */
  percent: number;
  fill: Fill;
  /** What that means for the next conversion. */
  meaning: string;
  /** Which period it is, and when the next begins, on the program's clocks. */
  period: string;
}

const MEASURES = { conversions: "Conversions", revenue: "Advertiser cost" };

const PERIODS = {
  hour: { title: "an hour", now: "This hour" },
  day: { title: "a day", now: "Today" },
  week: { title: "a week", now: "This week" },
  month: { title: "a month", now: "This month" },
  total: { title: "in all", now: "Of all time" },
};

/** A cap as the dashboard shows it. */
export function meterOf({ cap, used, until }: CapUse, currency: string, timezone: string): Meter {
  const [limit, sum] = [new Decimal(cap.limit), new Decimal(used)];
  const full = sum.greaterThanOrEqualTo(limit);
  const percent = full ? 100 : sum.times(100).dividedBy(limit).floor().toNumber();
  const fill = full ? "used-up" : percent >= NEARLY ? "nearly-used-up" : "some-left";
  const print = (amount: string) => (cap.measure === "revenue" ? formatAmount(amount, currency) : formatNumber(amount));
  return {
    title: `${MEASURES[cap.measure]} ${PERIODS[cap.per].title}`,
    amounts: `${print(used)} of ${print(cap.limit)}`,
    percent,
    fill,
    meaning: meaningOf(fill, percent, cap.beyond),
    period: `${PERIODS[cap.per].now}${until === null ? "" : `, ${resetOf(cap.per, until, timezone)}`}`,
  };
}

function meaningOf(fill: Fill, percent: number, beyond: CapUse["cap"]["beyond"]): string {
  if (fill === "used-up") return "Used up: what comes now is rejected";
  const then = beyond === "pay-rest" ? "; the last conversion gets what is left" : "";
  return `${fill === "nearly-used-up" ? "Nearly used up: " : ""}${percent} % used${then}`;
}

const resetOf = (per: CapUse["cap"]["per"], until: string, timezone: string): string =>
  per === "week" || per === "month"
    ? `resets on ${shownMoment(until, timezone)}`
    : `resets at ${shownTime(until, timezone)}`;
