import { formatAmount, type ImportReport, REASONS, type Reason } from "@firstmatch/shared-types";
import { List, Text } from "@mantine/core";
import css from "./Imports.module.css";

/** What a file comes to, or came to. */
export function ImportFigures({ report }: { report: ImportReport }) {
  const { counts, rejections, payout, advertiserCost, currency } = report;
  const figures: { name: string; value: string; bad?: boolean }[] = [
    ...[
      { name: "New, payable", count: counts.payable },
      { name: "New, rejected", count: counts.rejected },
      { name: "New, KPI", count: counts.kpi },
      { name: "There already", count: counts.repeated },
      { name: "Faulty lines", count: counts.faulty, bad: counts.faulty > 0 },
    ].map(({ count, ...rest }) => ({ ...rest, value: count.toLocaleString("en") })),
    { name: "Payout", value: formatAmount(payout, currency) },
    { name: "Advertiser cost", value: formatAmount(advertiserCost, currency) },
  ];
  return (
    <div>
      <dl className={css.figures} aria-label="What the file comes to">
        {figures.map(({ name, value, bad }) => (
          <div key={name} data-bad={bad || undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {rejections.length > 0 && (
        <>
          <Text size="sm" mt="sm">
            Rejected ones are recorded, and not paid:
          </Text>
          <List size="sm">
            {rejections.map(({ reason, count }) => (
              <List.Item key={reason}>
                {count.toLocaleString("en")}: {REASONS[reason as Reason] ?? reason}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  );
}
