import type { Conversion, ConversionSort, Program } from "@firstmatch/shared-types";
import { SortHeading } from "../../components/SortHeading.tsx";
import { useLatest } from "../../components/use-latest.ts";
import table from "../partners/PartnerTable.module.css";
import { useTermsList } from "../terms/terms-queries.ts";
import { ConversionRow } from "./ConversionRow.tsx";
import css from "./Conversions.module.css";
import type { SortColumn } from "./conversion-filter.ts";

interface ConversionTableProps {
  program: Program;
  conversions: Conversion[];
  /** What is shown was found by the filter before. */
  busy: boolean;
  /** False where all are of one partner. */
  withPartner: boolean;
  sort: ConversionSort;
  /** The heading of this column was pressed. */
  onSort: (by: SortColumn) => void;
  onOpen: (id: string) => void;
}

/** The conversions that were found; each row opens one. */
export function ConversionTable({
  program,
  conversions,
  busy,
  withPartner,
  sort,
  onSort,
  onOpen,
}: ConversionTableProps) {
  const { items: terms } = useTermsList(program.id);
  const open = useLatest(onOpen);
  const sorting = (by: SortColumn) => ({ sorted: sortedBy(by, sort), onSort: () => onSort(by) });
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${css.table}`} aria-label="Conversions" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <SortHeading {...sorting("occurredAt")}>Date</SortHeading>
            {withPartner && <th scope="col">Partner</th>}
            <SortHeading {...sorting("sale")} className={css.amount}>
              Sale
            </SortHeading>
            <SortHeading {...sorting("payout")} className={css.amount}>
              Commission
            </SortHeading>
            <th scope="col">Rule</th>
            <th scope="col" className={css.state}>
              Status
            </th>
          </tr>
        </thead>
        <tbody>
          {conversions.map((conversion) => (
            <ConversionRow
              key={conversion.id}
              conversion={conversion}
              timezone={program.timezone}
              terms={terms.find(({ id }) => id === conversion.terms)?.name ?? conversion.terms}
              withPartner={withPartner}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which way round the list is sorted by a column. */
const sortedBy = (by: SortColumn, sort: ConversionSort): "ascending" | "descending" | "none" =>
  sort === by ? "ascending" : sort === `-${by}` ? "descending" : "none";
