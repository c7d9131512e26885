import type { ReactNode } from "react";
import { Link } from "react-router";
import table from "../partners/PartnerTable.module.css";
import { partnerPath } from "../partners/partner-path.ts";
import figures from "../reports/FiguresTable.module.css";

interface PartnerFiguresProps<Line> {
  label: string;
  lines: readonly Line[];
  /** Each by its heading: what stands there of a partner. */
  columns: Record<string, (line: Line) => ReactNode>;
}

/** A partner a line, with its figures. */
export function PartnerFigures<Line extends { partner: string; name: string }>(props: PartnerFiguresProps<Line>) {
  const { label, lines } = props;
  const columns = Object.entries(props.columns);
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${figures.table}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">Partner</th>
            {columns.map(([heading]) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.partner}>
              <th scope="row">
                <Link to={partnerPath(line.partner)}>{line.name}</Link>
                <small>{line.partner}</small>
              </th>
              {columns.map(([heading, figure]) => (
                <td key={heading} data-label={heading}>
                  {figure(line)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
