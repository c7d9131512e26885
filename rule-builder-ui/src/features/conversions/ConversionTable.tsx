import type { Conversion, ConversionSort, Program } from "@firstmatch/shared-types";
import { IconArrowDown, IconArrowUp, IconSelector } from "@tabler/icons-react";
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
export function ConversionTable({ program, conversions, busy, withPartner, onOpen, ...sorting }: ConversionTableProps) {
  const { items: terms } = useTermsList(program.id);
  const open = useLatest(onOpen);
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${css.table}`} aria-label="Conversions" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <SortHead {...sorting} by="occurredAt" label="Date" />
            {withPartner && <th scope="col">Partner</th>}
            <SortHead {...sorting} by="sale" label="Sale" amount />
            <SortHead {...sorting} by="payout" label="Commission" amount />
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

interface SortHeadProps extends Pick<ConversionTableProps, "sort" | "onSort"> {
  by: SortColumn;
  label: string;
  amount?: boolean;
}

function SortHead({ sort, onSort, by, label, amount }: SortHeadProps) {
  const direction = sort === by ? "ascending" : sort === `-${by}` ? "descending" : undefined;
  const Icon = direction === undefined ? IconSelector : direction === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" aria-sort={direction} className={amount ? css.amount : undefined}>
      <button type="button" className={css.sort} onClick={() => onSort(by)}>
        {label} <Icon size={14} aria-hidden />
      </button>
    </th>
  );
}
