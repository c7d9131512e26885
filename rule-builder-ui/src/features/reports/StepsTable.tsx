import { formatAmount } from "@firstmatch/shared-types";
import table from "../partners/PartnerTable.module.css";
import type { ChartStep } from "./chart-steps.ts";
import css from "./FiguresTable.module.css";

type Amounts = Pick<ChartStep, "conversions" | "sales" | "payout">;

interface StepsTableProps {
  steps: readonly ChartStep[];
  totals: Amounts;
  currency: string;
}

/** The chart's figures, all of its measures at once, with the sum below. */
export function StepsTable({ steps, totals, currency }: StepsTableProps) {
  const figures = ({ conversions, sales, payout }: Amounts) => (
    <>
      <td data-label="Conversions">{conversions.toLocaleString("en")}</td>
      <td data-label="Sales">{formatAmount(sales, currency)}</td>
      <td data-label="Payout">{formatAmount(payout, currency)}</td>
    </>
  );
  const unit = steps[0]?.isMonth ? "Month" : "Day";
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${css.table}`} aria-label={`By ${unit.toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">Conversions</th>
            <th scope="col">Sales</th>
            <th scope="col">Payout</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <th scope="row">{step.title}</th>
              {figures(step)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            {figures(totals)}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
