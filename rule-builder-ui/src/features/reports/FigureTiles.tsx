import { type Figures, formatAmount, formatPercent, type ReportFilter } from "@firstmatch/shared-types";
import { Link } from "react-router";
import { conversionsPath } from "./conversions-path.ts";
import css from "./Report.module.css";

/** What is counted beside the conversions, never among them. */
const APART = [
  { key: "rejected", name: "Rejected", hint: "decided, not paid" },
  { key: "kpi", name: "KPI", hint: "tracked, not paid" },
  { key: "reversed", name: "Reversed", hint: "nothing left of them" },
] as const;

interface FigureTilesProps {
  program: string;
  /** What the figures are about. */
  filter: ReportFilter;
  figures: Figures;
  currency: string;
}

/** What it came to in all, in the words of the contract. */
export function FigureTiles({ program, filter, figures, currency }: FigureTilesProps) {
  const { effectiveRate } = figures;
  const money = (amount: string) => formatAmount(amount, currency);
  const count = (number: number) => number.toLocaleString("en");
  return (
    <div>
      <dl className={css.tiles} aria-label="In all">
        <Tile name="Conversions" value={count(figures.conversions)} />
        <Tile name="Sales" value={money(figures.sales)} />
        <Tile name="Payout" value={money(figures.payout)} hint="to partners" />
        <Tile name="Platform fee" value={money(figures.platformFee)} />
        <Tile name="Advertiser cost" value={money(figures.advertiserCost)} hint="payout and fee" />
        <Tile
          name="Effective rate"
          value={effectiveRate === null ? "—" : formatPercent(effectiveRate)}
          hint={effectiveRate === null ? "no sales" : "payout in percent of sales"}
        />
      </dl>
      <dl className={css.apart} aria-label="Not among the conversions">
        {APART.map(({ key, name, hint }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <Link to={conversionsPath(program, { ...filter, state: key })}>{count(figures[key])}</Link>
              <small>{hint}</small>
            </dd>
          </div>
        ))}
      </dl>
    </div>
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
