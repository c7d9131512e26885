import { type Conversion, formatAmount } from "@firstmatch/shared-types";
import { memo } from "react";
import { shownDay, shownTime } from "../../components/Moment.tsx";
import button from "../../components/RowButton.module.css";
import table from "../partners/PartnerTable.module.css";
import css from "./Conversions.module.css";
import { isReduced, ruleWords, whyNot, whyNotInShort } from "./conversion-words.ts";
import { StateBadge } from "./StateBadge.tsx";

interface ConversionRowProps {
  conversion: Conversion;
  timezone: string;
  /** The name of the terms that decided. */
  terms: string;
  /** Left out where all are of one partner. */
  withPartner: boolean;
  onOpen: (id: string) => void;
}

/** Plain elements, drawn anew only when the conversion changes: there may be thousands. */
export const ConversionRow = memo(function ConversionRow(props: ConversionRowProps) {
  const { conversion, timezone, terms, withPartner, onOpen } = props;
  const { id, order, partner, eventType, occurredAt, state, rule, version, currency, decided, net } = conversion;
  const none = <span className={table.none}>–</span>;
  const paysNothing = state === "rejected" || state === "kpi";
  const nothingLeft = paysNothing || state === "reversed";
  const reduced = isReduced(conversion);
  /** What is left, as the list is sorted and the file has it. */
  const amount = (what: "sale" | "payout") =>
    nothingLeft ? (
      none
    ) : (
      <>
        {formatAmount(net[what], currency)}
        {reduced && net[what] !== decided[what] && (
          <span className={css.under}>of {formatAmount(decided[what], currency)}</span>
        )}
      </>
    );
  return (
    <tr data-off={nothingLeft || undefined}>
      <td>
        <button type="button" className={button.open} onClick={() => onOpen(id)}>
          {order ?? id}
        </button>
        <span className={css.under}>
          {order !== null && order !== id && `${id} · `}
          {eventType}
        </span>
      </td>
      <td className={css.moment} data-label="Date">
        {shownDay(occurredAt, timezone)}
        <span className={css.under}>{shownTime(occurredAt, timezone)}</span>
      </td>
      {withPartner && (
        <td data-label="Partner">
          {partner === null ? (
            none
          ) : (
            <>
              {partner.name}
              {partner.name !== partner.id && <span className={css.under}>{partner.id}</span>}
            </>
          )}
        </td>
      )}
      <td className={css.amount} data-label="Sale">
        {Number(decided.sale) === 0 ? none : amount("sale")}
      </td>
      <td className={css.amount} data-label="Commission">
        {amount("payout")}
      </td>
      <td data-label="Rule">
        {ruleWords(rule)}
        <span className={css.under}>
          {terms}, version {version}
        </span>
      </td>
      <td className={css.state}>
        <StateBadge state={state} />
        {paysNothing && (
          <span className={`${css.under} ${css.reason}`} title={whyNot(conversion) ?? undefined}>
            {whyNotInShort(conversion)}
          </span>
        )}
      </td>
    </tr>
  );
});
