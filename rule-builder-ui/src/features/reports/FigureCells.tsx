import { formatAmount, formatPercent, type Report, type RuleFigures } from "@firstmatch/shared-types";
import type { ReactNode } from "react";
import { RatioCell } from "./RatioCell.tsx";
import { shareOf } from "./share.ts";

type Figures = Pick<RuleFigures, "conversions" | "sales" | "payout" | "advertiserCost" | "effectiveRate">;

interface FigureCellsProps {
  figures: Figures;
  /** Of the whole report, whose shares are shown. */
  report: Pick<Report, "totals" | "currency">;
  /** The conversions as they are shown; their number where nothing leads to them. */
  conversions?: ReactNode;
}

/** The columns of a report's table: what one partner or one rule came to. */
export function FigureCells({ figures, report, conversions }: FigureCellsProps) {
  const { totals, currency } = report;
  return (
    <>
      <RatioCell
        label="Conversions"
        value={conversions ?? figures.conversions.toLocaleString("en")}
        share={shareOf(figures.conversions, totals.conversions)}
      />
      <td data-label="Sales">{formatAmount(figures.sales, currency)}</td>
      <RatioCell
        label="Payout"
        value={formatAmount(figures.payout, currency)}
        share={shareOf(figures.payout, totals.payout)}
      />
      <td data-label="Advertiser cost">{formatAmount(figures.advertiserCost, currency)}</td>
      <RateCell rate={figures.effectiveRate} />
    </>
  );
}

export const RateCell = ({ rate }: { rate: string | null }) => (
  <td data-label="Effective rate">{rate === null ? "—" : formatPercent(rate)}</td>
);
