import type { Report } from "@firstmatch/shared-types";

export type PartnerRow = Report["partners"][number];

/** By what the partners can be sorted; the amounts begin with the largest. */
export const PARTNER_COLUMNS = ["name", "conversions", "sales", "payout", "advertiserCost", "effectiveRate"] as const;
export type PartnerColumn = (typeof PARTNER_COLUMNS)[number];

export interface PartnerOrder {
  by: PartnerColumn;
  largestFirst: boolean;
}

export const FIRST_ORDER: PartnerOrder = { by: "payout", largestFirst: true };

/** `-payout` is the largest first; anything else is the order to begin with. */
export function readOrder(text: string | null): PartnerOrder {
  const by = PARTNER_COLUMNS.find((column) => column === text?.replace(/^-/, ""));
  return by === undefined ? FIRST_ORDER : { by, largestFirst: text?.startsWith("-") ?? false };
}

export const printOrder = ({ by, largestFirst }: PartnerOrder): string => `${largestFirst ? "-" : ""}${by}`;

/** The order after the heading of a column was pressed: by it, the other way round where it was by it before. */
export function sortedBy(column: PartnerColumn, before: string | null): string | null {
  const { by, largestFirst } = readOrder(before);
  const after = printOrder({ by: column, largestFirst: by === column ? !largestFirst : column !== "name" });
  return after === printOrder(FIRST_ORDER) ? null : after;
}

/** Those whose name or id holds what is looked for; of equal ones, the earlier name first. */
export function partnerRows(partners: readonly PartnerRow[], search: string, order: PartnerOrder): PartnerRow[] {
  const wanted = search.trim().toLowerCase();
  const found = partners.filter(
    ({ name, partner }) => name.toLowerCase().includes(wanted) || partner?.toLowerCase().includes(wanted),
  );
  const names = new Intl.Collator("en", { numeric: true });
  return found.sort((a, b) => {
    const [first, second] = order.largestFirst ? [b, a] : [a, b];
    return (
      (order.by === "name" ? names.compare(first.name, second.name) : compareFigures(first, second, order.by)) ||
      names.compare(a.name, b.name)
    );
  });
}

/** Without a rate is below every rate. For the order alone, where a digit beyond the fifteenth does not matter. */
function compareFigures(a: PartnerRow, b: PartnerRow, by: Exclude<PartnerColumn, "name">): number {
  const [first, second] = [a, b].map((row) => (row[by] === null ? -1 : Number(row[by])));
  return (first ?? 0) - (second ?? 0);
}
