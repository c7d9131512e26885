import type { Cap, CapPeriod } from "./cap.ts";
import { formatAmount, formatNumber } from "./formats.ts";

/** Behind an amount: `100 conversions a day`. */
export const PER_PERIOD: Record<CapPeriod, string> = {
  hour: "an hour",
  day: "a day",
  week: "a week",
  month: "a month",
  total: "in all",
};

/** What a cap lets through: `100 conversions a day`, `$500.00 of advertiser cost a month`. */
export function capSentence({ measure, per, limit }: Pick<Cap, "measure" | "per" | "limit">, currency: string): string {
  const count = Number(limit) === 1 ? "conversion" : "conversions";
  const much =
    measure === "conversions"
      ? `${formatNumber(limit)} ${count}`
      : `${formatAmount(limit, currency)} of advertiser cost`;
  return `${much} ${PER_PERIOD[per]}`;
}
