import type { Figures, Report, RuleFigures } from "@firstmatch/shared-types";

/** Figures of a test's own; the platform's fee is a fifth of the payout. */
export function figures(conversions: number, sales: string, payout: string): Figures {
  const platformFee = (Number(payout) / 5).toFixed(2);
  return {
    ...{ conversions, sales, payout, platformFee },
    advertiserCost: (Number(payout) + Number(platformFee)).toFixed(2),
    effectiveRate: Number(sales) === 0 ? null : ((Number(payout) / Number(sales)) * 100).toFixed(2),
    ...{ rejected: 0, kpi: 0, reversed: 0 },
  };
}

export const rule = (kind: RuleFigures["kind"], conversions: number, payout: string): RuleFigures => ({
  ...figures(conversions, "0.00", payout),
  ...{ terms: "standard", eventType: "sale", kind, id: kind === "default" ? null : kind, name: null },
});

/** As many days as there are figures, from 1 November on. */
export const daysOf = (...each: Figures[]): Report["days"] =>
  each.map((day, at) => ({ ...day, day: new Date(Date.UTC(2026, 10, 1 + at)).toISOString().slice(0, 10) }));
