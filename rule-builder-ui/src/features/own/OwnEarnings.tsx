import { formatAmount, type OwnProgram } from "@firstmatch/shared-types";
import { Button, Group, Skeleton } from "@mantine/core";
import { Suspense, useId } from "react";
import { dayIn, daysInWords } from "../../components/days.ts";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { part } from "../../components/part.ts";
import { useAddress } from "../../components/use-address.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { type Days, namedDays } from "../reports/period.ts";
import card from "./Own.module.css";
import css from "./OwnEarnings.module.css";
import { useOwnReport } from "./own-queries.ts";
import { conversionsInWords } from "./own-words.ts";

const OwnConversions = part(async () => (await import("./OwnConversions.tsx")).OwnConversions);

/** In the address: of which program the conversions are open. */
const OPENED = "conversions";

/** What the conversions in one program came to, and the way to the single ones. */
export function OwnEarnings({ own }: { own: OwnProgram }) {
  const { program } = own;
  const heading = useId();
  const [parameters, setAddress] = useAddress();
  const opened = parameters.get(OPENED) === program.id;
  const today = dayIn(program.timezone, new Date());
  const press = () =>
    // Another program's conversions begin with no filter.
    setAddress(() => withFilter(new URLSearchParams(), { [OPENED]: opened ? null : program.id }), {
      replace: true,
      preventScrollReset: true,
    });
  return (
    <section className={css.earnings} aria-labelledby={heading}>
      <Group justify="space-between" gap="sm">
        <h3 className={card.title} id={heading}>
          What you earned
        </h3>
        <Button variant={opened ? "default" : "light"} size="xs" aria-expanded={opened} onClick={press}>
          {opened ? "Close your conversions" : "See your conversions"}
        </Button>
      </Group>
      {!opened && (
        <div className={css.sums}>
          <Sum name="This month" program={program.id} days={namedDays("this-month", today)} />
          <Sum name="Last 30 days" program={program.id} days={namedDays("last-30-days", today)} />
        </div>
      )}
      <Suspense fallback={<Skeleton height={240} mt="sm" />}>{opened && <OwnConversions own={own} />}</Suspense>
    </section>
  );
}

function Sum({ name, program, days }: { name: string; program: string; days: Days }) {
  const { data, error } = useOwnReport(program, days);
  if (error) return <ErrorAlert error={error} />;
  if (data === undefined) return <Skeleton height={96} radius="md" />;
  const { totals, currency } = data;
  return (
    <dl className={css.sum}>
      <dt>
        {name} <small>{daysInWords(days.from, days.until)}</small>
      </dt>
      <dd>
        {formatAmount(totals.payout, currency)}
        <small>
          for {conversionsInWords(totals.conversions)}, {formatAmount(totals.sales, currency)} of sales
        </small>
      </dd>
    </dl>
  );
}
