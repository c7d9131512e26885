import { type Figures, formatAmount, formatPercent } from "@firstmatch/shared-types";
import css from "./Report.module.css";

interface FigureTilesProps {
  figures: Figures;
  currency: string;
}

/** What it came to in all, in the words of the contract. */
export function FigureTiles({ figures, currency }: FigureTilesProps) {
  const { effectiveRate } = figures;
  const money = (amount: string) => formatAmount(amount, currency);
  const count = (number: number) => number.toLocaleString("en");
  return (
    <dl className={css.tiles} aria-label="In all">
      <Tile name="Conversions" value={count(figures.conversions)} />
      <Tile name="Sales" value={money(figures.sales)} />
      <Tile name="Payout" value={money(figures.payout)} hint="to partners" />
      <Tile name="Platform fee" value={money(figures.platformFee)} />
      <Tile name="Advertiser cost" value={money(figures.advertiserCost)} hint="payout and fee" />
      <Tile
        name="Effective rate"
        value={effectiveRate === null ? "—" : formatPercent(effectiveRate)}
        hint={effectiveRate === null ? "no sales" : "payout in sales"}
      />
      <Tile name="Rejected" value={count(figures.rejected)} hint="decided, not paid" />
      <Tile name="KPI" value={count(figures.kpi)} hint="tracked, not paid" />
      <Tile name="Reversed" value={count(figures.reversed)} hint="nothing left" />
    </dl>
  );
}

export const Tile = ({ name, value, hint }: { name: string; value: string; hint?: string }) => (
  <div className={css.tile}>
    <dt>{name}</dt>
    <dd>
      {value}
      {hint !== undefined && <small>{hint}</small>}
    </dd>
  </div>
);
