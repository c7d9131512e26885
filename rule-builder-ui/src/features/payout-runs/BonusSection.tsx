import { type BonusLine, formatAmount, type Program } from "@firstmatch/shared-types";
import { Badge, Button, Group, NativeSelect, Skeleton, Text } from "@mantine/core";
import { useId, useState } from "react";
import { ask } from "../../components/ask.ts";
import { dayIn, monthInWords } from "../../components/days.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { tell } from "../../components/tell.tsx";
import { useMay } from "../access/session.ts";
import report from "../reports/Report.module.css";
import { PartnerFigures } from "./PartnerFigures.tsx";
import { useBonusEntry, useBonuses } from "./payout-run-queries.ts";
import { monthsBefore } from "./payout-words.ts";

/** How far back bonuses are offered to be entered. */
const MONTHS = 12;

/** What partners are owed at a month's end where a performance tier pays all of the month. */
export function BonusSection({ program }: { program: Program }) {
  const heading = useId();
  const today = dayIn(program.timezone, new Date());
  const current = today.slice(0, 7);
  const months = monthsBefore(today, MONTHS);
  const [month, setMonth] = useState(months[0] as string);
  const { data, error, isPending } = useBonuses(program.id, month);
  const entry = useBonusEntry(program.id, month);
  const mayPay = useMay("pay");
  const items = data?.items ?? [];
  const open = items.filter(({ entered }) => !entered).length;
  const name = (each: string) => monthInWords(`${each}-01`);
  const enter = async () => {
    const sure = await ask({
      title: `Enter the bonuses of ${name(month)}?`,
      text: `${open} ${open === 1 ? "partner gets" : "partners get"} a bonus that the next payout run pays. What is entered stays, whatever is reversed later.`,
      confirm: "Enter bonuses",
      danger: false,
    });
    if (sure) entry.mutate(undefined, { onSuccess: () => tell(`The bonuses of ${name(month)} are entered`) });
  };
  return (
    <section className={report.card} style={{ marginTop: 24 }} aria-labelledby={heading}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <h2 id={heading}>Bonuses</h2>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label="Month"
            data={[current, ...months].map((value) => ({
              value,
              label: value === current ? `${name(value)}, so far` : name(value),
            }))}
            value={month}
            onChange={(event) => setMonth(event.currentTarget.value)}
          />
          {mayPay && month !== current && (
            <Button onClick={() => void enter()} loading={entry.isPending} disabled={open === 0}>
              Enter bonuses
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={6} mb="md">
        The performance tier that a partner reached in the month pays all of the month: what its conversions would have
        been paid by the month’s final figures, less what they were paid.
      </Text>
      <ErrorAlert error={entry.error ?? error} />
      {isPending && <Skeleton height={80} radius={12} />}
      {data && items.length === 0 && <Text size="sm">No bonuses for {name(month)}.</Text>}
      {items.length > 0 && <BonusTable lines={items} currency={program.currency} label={`Bonuses of ${name(month)}`} />}
    </section>
  );
}

function BonusTable({ lines, currency, label }: { lines: readonly BonusLine[]; currency: string; label: string }) {
  const money = (amount: string) => formatAmount(amount, currency);
  return (
    <PartnerFigures
      label={label}
      lines={lines}
      columns={{
        Conversions: ({ conversions }) => conversions.toLocaleString("en"),
        Paid: ({ paid }) => money(paid),
        "Would be": ({ wouldBe }) => money(wouldBe),
        Bonus: ({ bonus }) => money(bonus),
        Entered: ({ entered }) => (entered ? <Badge color="green">Entered</Badge> : "not yet"),
      }}
    />
  );
}
