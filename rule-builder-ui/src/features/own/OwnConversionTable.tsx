import { formatAmount, type OwnConversion, type OwnProgram } from "@firstmatch/shared-types";
import { shownDay, shownMoment } from "../../components/Moment.tsx";
import css from "../conversions/Conversions.module.css";
import { StateBadge } from "../conversions/StateBadge.tsx";
import table from "../partners/PartnerTable.module.css";
import { paidByInWords, whyNotPaid } from "./own-words.ts";

interface OwnConversionTableProps {
  own: OwnProgram;
  conversions: readonly OwnConversion[];
  /** What is shown was found by the filter before. */
  busy: boolean;
}

/** A partner's conversions, each with what it earned and what became of it. */
export function OwnConversionTable({ own, conversions, busy }: OwnConversionTableProps) {
  const nameOf = (type: string) => own.events.find((each) => each.type === type)?.name ?? type;
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${css.table}`} aria-label="Your conversions" aria-busy={busy}>
        <thead>
          <tr>
            <th scope="col">Order</th>
            <th scope="col">Date</th>
            <th scope="col" className={css.amount}>
              Sale
            </th>
            <th scope="col" className={css.amount}>
              Payout
            </th>
            <th scope="col">Paid by</th>
            <th scope="col" className={css.state}>
              Status
            </th>
          </tr>
        </thead>
        <tbody>
          {conversions.map((conversion) => (
            <Row
              key={conversion.id}
              conversion={conversion}
              event={nameOf(conversion.eventType)}
              timezone={own.program.timezone}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  conversion: OwnConversion;
  event: string;
  timezone: string;
}

function Row({ conversion, event, timezone }: RowProps) {
  const { id, order, occurredAt, state, rule, decided, net, currency, payableFrom } = conversion;
  const paysNothing = state === "rejected" || state === "kpi";
  const why = whyNotPaid(conversion);
  const amount = (what: "sale" | "payout") => (
    <>
      {formatAmount((paysNothing && what === "sale" ? decided : net)[what], currency)}
      {!paysNothing && net[what] !== decided[what] && (
        <span className={css.under}>of {formatAmount(decided[what], currency)}</span>
      )}
    </>
  );
  return (
    <tr data-off={paysNothing || state === "reversed" || undefined}>
      <td>
        <b>{order ?? id}</b>
        <span className={css.under}>{event}</span>
      </td>
      <td className={css.moment} data-label="Date">
        {shownMoment(occurredAt, timezone)}
      </td>
      <td className={css.amount} data-label="Sale">
        {amount("sale")}
      </td>
      <td className={css.amount} data-label="Payout">
        {amount("payout")}
      </td>
      <td data-label="Paid by">{paysNothing ? "–" : paidByInWords(rule)}</td>
      <td className={css.state}>
        <StateBadge state={state} />
        {why !== null && <span className={css.under}>{why}</span>}
        {state === "pending" && payableFrom !== null && (
          <span className={css.under}>until {shownDay(payableFrom, timezone)}</span>
        )}
      </td>
    </tr>
  );
}
