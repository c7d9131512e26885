import type { Figures, Report } from "@firstmatch/shared-types";
import type { Cell, CsvFile } from "../../http/csv.ts";

const HEADING = [
  ...["Part", "Id", "Name", "Terms", "Event type"],
  ...["Conversions", "Sales", "Commission", "Platform fee", "Advertiser cost", "Effective rate %"],
  ...["Rejected", "KPI", "Reversed"],
];

/** The whole report in one table; its first column tells the parts apart, so that a spreadsheet can filter them. */
export function reportFile(report: Report, program: string, { from, until }: { from: string; until: string }): CsvFile {
  const { currency, totals, days, rules, partners } = report;
  const rows: Cell[][] = [
    ["Total", null, currency, null, null, ...cells(totals)],
    ...days.map((each) => ["Day", each.day, null, null, null, ...cells(each)]),
    ...rules.map((each) => [...[PARTS[each.kind], each.id, each.name, each.terms, each.eventType], ...cells(each)]),
    ...partners.map((each) => ["Partner", each.partner, each.name, null, null, ...cells(each)]),
    ...report.neverFired.map(({ id, name, terms, eventType }) => ["Never fired", id, name, terms, eventType]),
  ];
  return { name: `report-${program}-${from}-${until}.csv`, heading: HEADING, rows: rows.map(padded) };
}

const PARTS = { group: "Payout group", personal: "Personal payout", default: "Default payout" } as const;

const cells = (figures: Figures): Cell[] => {
  const { conversions, sales, payout, platformFee, advertiserCost, effectiveRate, rejected, kpi, reversed } = figures;
  return [conversions, sales, payout, platformFee, advertiserCost, effectiveRate, rejected, kpi, reversed];
};

const padded = (row: Cell[]): Cell[] => HEADING.map((_, at) => row[at] ?? null);
