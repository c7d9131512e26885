import { formatAmount, type Report, type ReportFilter, type RuleFigures } from "@firstmatch/shared-types";
import { Badge } from "@mantine/core";
import { useId } from "react";
import { Link } from "react-router";
import { MoreButton } from "../../components/MoreButton.tsx";
import { useSomeRows } from "../../components/use-some-rows.ts";
import table from "../partners/PartnerTable.module.css";
import { useTermsList } from "../terms/terms-queries.ts";
import { conversionsPath } from "./conversions-path.ts";
import { defaultShareInWords } from "./default-share.ts";
import { FigureCells, RateCell } from "./FigureCells.tsx";
import figures from "./FiguresTable.module.css";
import css from "./Report.module.css";
import { nameOfRule, placeInWords, rulePath } from "./rule-place.ts";

/** Rows that are drawn at once. */
const ROWS = 15;

interface RulesTableProps {
  program: string;
  /** What the report is about. */
  filter: ReportFilter;
  report: Report;
}

/** What each rule paid, the largest payout first, and how much landed on default payouts. */
export function RulesTable({ program, filter, report }: RulesTableProps) {
  const heading = useId();
  const { items: terms } = useTermsList(program);
  const { rules, totals, currency } = report;
  const { shown, more } = useSomeRows(rules.toSorted(byPayout), ROWS);
  const counted = rules.reduce((sum, { conversions }) => sum + conversions, 0);
  return (
    <section className={css.card} aria-labelledby={heading}>
      <h2 id={heading}>By payout group</h2>
      <p className={css.gist}>{defaultShareInWords(report)}</p>
      <div className={`${table.frame} ${figures.frame}`}>
        <table className={`${table.table} ${figures.table}`} aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">Payout group</th>
              <th scope="col">Conversions</th>
              <th scope="col">Sales</th>
              <th scope="col">Payout</th>
              <th scope="col">Advertiser cost</th>
              <th scope="col">Effective rate</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <tr key={JSON.stringify([rule.terms, rule.eventType, rule.kind, rule.id])} data-kind={rule.kind}>
                <th scope="row">
                  <Link to={rulePath(program, rule)}>{nameOfRule(rule)}</Link>{" "}
                  {rule.kind === "personal" && <Badge size="sm">Personal payout</Badge>}
                  <small>
                    {placeInWords(rule, terms)}
                    {rule.kpi > 0 && ` · ${rule.kpi.toLocaleString("en")} KPI`}
                    {rule.rejected > 0 && ` · ${rule.rejected.toLocaleString("en")} rejected`}
                  </small>
                </th>
                <FigureCells
                  figures={rule}
                  report={report}
                  conversions={<Conversions rule={rule} of={rules} program={program} filter={filter} />}
                />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">In all</th>
              <td data-label="Conversions">{totals.conversions.toLocaleString("en")}</td>
              <td data-label="Sales">{formatAmount(totals.sales, currency)}</td>
              <td data-label="Payout">{formatAmount(totals.payout, currency)}</td>
              <td data-label="Advertiser cost">{formatAmount(totals.advertiserCost, currency)}</td>
              <RateCell rate={totals.effectiveRate} />
            </tr>
          </tfoot>
        </table>
      </div>
      <MoreButton more={more} />
      {counted > totals.conversions && (
        <p className={css.note}>A conversion whose lines were paid by several groups counts at each of them.</p>
      )}
    </section>
  );
}

interface ConversionsProps {
  rule: RuleFigures;
  of: readonly RuleFigures[];
  program: string;
  filter: ReportFilter;
}

/** How many, leading to them where they can be told from those of other terms: a list is filtered by the id of a rule. */
function Conversions({ rule, of, program, filter }: ConversionsProps) {
  const count = rule.conversions.toLocaleString("en");
  const { eventType, id } = rule;
  if (of.some((each) => each !== rule && each.eventType === eventType && each.id === id)) return count;
  return <Link to={conversionsPath(program, { ...filter, eventType, rule: id ?? "default" })}>{count}</Link>;
}

const byPayout = (a: RuleFigures, b: RuleFigures): number =>
  Number(b.payout) - Number(a.payout) || b.conversions - a.conversions;
