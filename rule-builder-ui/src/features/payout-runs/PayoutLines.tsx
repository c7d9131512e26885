import { formatAmount, type PayoutRunLine } from "@firstmatch/shared-types";
import { Link } from "react-router";
import table from "../partners/PartnerTable.module.css";
import { partnerPath } from "../partners/partner-path.ts";
import figures from "../reports/FiguresTable.module.css";

interface PayoutLinesProps {
  label: string;
  lines: readonly PayoutRunLine[];
  currency: string;
}

/** Who gets how much. */
export function PayoutLines({ label, lines, currency }: PayoutLinesProps) {
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${figures.table}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col">Conversions</th>
            <th scope="col">Payout</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ partner, name, conversions, payout }) => (
            <tr key={partner}>
              <th scope="row">
                <Link to={partnerPath(partner)}>{name}</Link>
                <small>{partner}</small>
              </th>
              <td data-label="Conversions">{conversions.toLocaleString("en")}</td>
              <td data-label="Payout">{formatAmount(payout, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
