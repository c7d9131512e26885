import { formatAmount, type PayoutPreview } from "@firstmatch/shared-types";

const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

/** `$30.00 to 2 partners, for 3 conversions` */
export const paidInWords = ({
  payout,
  currency,
  partners,
  conversions,
}: Pick<PayoutPreview, "payout" | "currency" | "partners" | "conversions">): string =>
  `${formatAmount(payout, currency)} to ${counted(partners, "partner")}, for ${counted(conversions, "conversion")}`;

/** The months before this one, the newest first: those whose bonuses can be entered. @param today "2026-11-20" */
export function monthsBefore(today: string, count: number): string[] {
  const [year, month] = today.split("-").map(Number) as [number, number];
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - 2 - at, 1)).toISOString().slice(0, 7),
  );
}
