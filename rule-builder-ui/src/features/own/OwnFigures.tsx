import { formatAmount, formatPercent, type OwnProgram, type OwnReport } from "@firstmatch/shared-types";
import { useId } from "react";
import { DaysChart } from "../reports/DaysChart.tsx";
import { Tile } from "../reports/FigureTiles.tsx";
import report from "../reports/Report.module.css";
import { shareInWords, shareOf } from "../reports/share.ts";
import css from "./OwnEarnings.module.css";
import { apartInWords, conversionsInWords, paidByInWords } from "./own-words.ts";

interface OwnFiguresProps {
  own: OwnProgram;
  report: OwnReport;
  /** What is shown is of the days before. */
  busy: boolean;
}

/** What a partner's conversions came to: in all, day by day, and by what paid them. */
export function OwnFigures({ own, report: { totals, days, rules, currency }, busy }: OwnFiguresProps) {
  const heading = useId();
  const nameOf = (type: string) => own.events.find((each) => each.type === type)?.name ?? type;
  const apart = apartInWords(totals);
  const paying = rules.filter(({ conversions }) => conversions > 0);
  return (
    <div className={report.report} aria-busy={busy}>
      <dl className={css.tiles} aria-label="In all">
        <Tile name="Payout" value={formatAmount(totals.payout, currency)} hint="your commission" />
        <Tile name="Conversions" value={totals.conversions.toLocaleString("en")} />
        <Tile name="Sales" value={formatAmount(totals.sales, currency)} />
        <Tile
          name="Effective rate"
          value={totals.effectiveRate === null ? "—" : formatPercent(totals.effectiveRate)}
          hint="payout in percent of sales"
        />
      </dl>
      {apart !== null && <p className={css.note}>{apart}</p>}
      {totals.conversions > 0 && (
        <>
          <DaysChart order={4} days={days} totals={totals} currency={currency} />
          <section className={report.card} aria-labelledby={heading}>
            <h4 id={heading}>By what paid</h4>
            <ul className={css.paidBy} aria-labelledby={heading}>
              {paying.map((rule) => (
                <li key={JSON.stringify([rule.eventType, rule.kind, rule.name])}>
                  <span>
                    <b>{paidByInWords(rule)}</b> <small>{nameOf(rule.eventType)}</small>
                  </span>
                  <span>
                    {formatAmount(rule.payout, currency)}{" "}
                    <small>
                      {shareInWords(shareOf(rule.payout, totals.payout))}, {conversionsInWords(rule.conversions)}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
