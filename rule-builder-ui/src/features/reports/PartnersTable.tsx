import { formatAmount, type Report } from "@firstmatch/shared-types";
import { Group, Text } from "@mantine/core";
import { useId, useMemo } from "react";
import { Link } from "react-router";
import { MoreButton } from "../../components/MoreButton.tsx";
import { SortHeading } from "../../components/SortHeading.tsx";
import { TypedFilter } from "../../components/TypedFilter.tsx";
import { useAddress } from "../../components/use-address.ts";
import { useSomeRows } from "../../components/use-some-rows.ts";
import table from "../partners/PartnerTable.module.css";
import { withFilter } from "../partners/partner-filter.ts";
import { FigureCells } from "./FigureCells.tsx";
import figures from "./FiguresTable.module.css";
import { partnerReportPath } from "./partner-report-path.ts";
import { type PartnerColumn, partnerRows, readOrder, sortedBy } from "./partner-rows.ts";
import type { Days } from "./period.ts";
import css from "./Report.module.css";

const COLUMNS: { by: PartnerColumn; label: string }[] = [
  { by: "name", label: "Partner" },
  { by: "conversions", label: "Conversions" },
  { by: "sales", label: "Sales" },
  { by: "payout", label: "Payout" },
  { by: "advertiserCost", label: "Advertiser cost" },
  { by: "effectiveRate", label: "Effective rate" },
];

/** Rows that are drawn at once. */
const ROWS = 50;

interface PartnersTableProps {
  program: string;
  days: Days;
  report: Report;
}

/** Who earned it; search and order stand in the address. */
export function PartnersTable({ program, days, report }: PartnersTableProps) {
  const { partners, currency } = report;
  const heading = useId();
  const [parameters, setAddress] = useAddress();
  const search = parameters.get("search") ?? "";
  const order = readOrder(parameters.get("sort"));
  const { by, largestFirst } = order;
  // There may be tens of thousands.
  const rows = useMemo(() => partnerRows(partners, search, { by, largestFirst }), [partners, search, by, largestFirst]);
  const { shown, more } = useSomeRows(rows, ROWS);
  const nobodys = partners.find(({ partner, payout }) => partner === null && Number(payout) > 0)?.payout;
  /** @param part by the address, not by what is drawn: pressed twice, a heading turns round, however late it is drawn */
  const change = (part: (now: URLSearchParams) => Record<string, string | null>) =>
    setAddress((now) => withFilter(now, part(now)), { replace: true, preventScrollReset: true });
  return (
    <section className={css.card} aria-labelledby={heading}>
      <Group justify="space-between" align="flex-end" gap="sm" mb="sm">
        <h2 id={heading}>By partner</h2>
        <TypedFilter
          label="Find a partner"
          placeholder="Name or id"
          width={{ base: "100%", xs: 230 }}
          icon
          value={search}
          onTyped={(typed) => change(() => ({ search: typed }))}
        />
      </Group>
      <div className={`${table.frame} ${figures.frame}`}>
        <table className={`${table.table} ${figures.table} ${figures.sortable}`} aria-labelledby={heading}>
          <thead>
            <tr>
              {COLUMNS.map(({ by, label }) => (
                <SortHeading
                  key={by}
                  sorted={order.by === by ? (order.largestFirst ? "descending" : "ascending") : "none"}
                  onSort={() => change((now) => ({ sort: sortedBy(by, now.get("sort")) }))}
                >
                  {label}
                </SortHeading>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.partner ?? ""}>
                <th scope="row">
                  {row.partner === null ? (
                    "No partner"
                  ) : (
                    <>
                      <Link to={partnerReportPath(row.partner, program, days)}>{row.name}</Link>
                      <small>{row.partner}</small>
                    </>
                  )}
                </th>
                <FigureCells figures={row} report={report} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Text size="sm" c="dimmed" mt="sm" role="status">
        {countInWords(shown.length, rows.length, partners.length)}
      </Text>
      <MoreButton more={more} />
      {nobodys !== undefined && (
        <Text size="sm" mt="xs">
          {formatAmount(nobodys, currency)} of the payout belongs to no partner and is paid to nobody.
        </Text>
      )}
    </section>
  );
}

function countInWords(shown: number, found: number, all: number): string {
  const partners = (count: number) => `${count.toLocaleString("en")} partner${count === 1 ? "" : "s"}`;
  if (found === 0) return `None of the ${partners(all)} has this in its name or id.`;
  const of = found === all ? partners(all) : `${found.toLocaleString("en")} found of ${partners(all)}`;
  return shown === found ? `${of}.` : `${shown} shown, ${of}.`;
}
