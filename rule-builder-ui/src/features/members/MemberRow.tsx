import type { Member } from "@firstmatch/shared-types";
import { memo } from "react";
import { shownDay } from "../../components/Moment.tsx";
import button from "../../components/RowButton.module.css";
import { TickBox } from "../../components/TickBox.tsx";
import table from "../partners/PartnerTable.module.css";
import css from "./MemberTable.module.css";
import { StandingMark } from "./StandingMark.tsx";
import { standingOf } from "./standing.ts";

interface MemberRowProps {
  member: Member;
  /** The names of its terms now, and of those that it moves to next. */
  terms: string;
  nextTerms: string | undefined;
  timezone: string;
  /** Undefined where nobody can be ticked. */
  ticked: boolean | undefined;
  onTick: (partner: string, on: boolean) => void;
  onOpen: (partner: string) => void;
}

/** Plain elements, drawn anew only when the member changes: there may be thousands. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { member, terms, nextTerms, timezone, ticked, onTick, onOpen } = props;
  const { partner, plannedMoves, from, until, codes, links, personalPayouts } = member;
  const standing = standingOf(member, Date.now());
  const [move] = plannedMoves;
  const none = <span className={table.none}>–</span>;
  return (
    <tr data-off={standing !== "active" || undefined} data-ticked={ticked || undefined}>
      {ticked !== undefined && (
        <td className={css.tick}>
          <TickBox label={`Select ${partner.name}`} ticked={ticked} onTick={(on) => onTick(partner.id, on)} />
        </td>
      )}
      <td className={table.partner}>
        <button type="button" className={`${button.open} ${css.name}`} onClick={() => onOpen(partner.id)}>
          {partner.name}
        </button>
        <span className={css.under}>
          <code>{partner.id}</code>
          {partner.tags.length > 0 && ` · ${partner.tags.join(", ")}`}
        </span>
      </td>
      <td className={css.terms} data-label="Terms">
        {terms}
        {move && (
          <span className={css.under}>
            → {nextTerms} from {shownDay(move.from, timezone)}
          </span>
        )}
      </td>
      <td>
        <StandingMark standing={standing} />
      </td>
      <td className={css.dates} data-label="Dates">
        {from === null && until === null ? (
          none
        ) : (
          <>
            {from !== null && <div>from {shownDay(from, timezone)}</div>}
            {until !== null && <div>until {shownDay(until, timezone)}</div>}
          </>
        )}
      </td>
      <td data-label="Promo codes">
        {codes.first === null ? (
          none
        ) : (
          <>
            <code className={codes.active === 0 ? css.idle : undefined}>{codes.first}</code>
            {codes.all > 1 && <span className={css.under}>and {codes.all - 1} more</span>}
          </>
        )}
      </td>
      <td className={css.number} data-label="Links">
        {links.all === 0 ? none : links.active === links.all ? links.all : `${links.active} of ${links.all}`}
      </td>
      <td className={css.number} data-label="Personal payouts">
        {personalPayouts === 0 ? none : personalPayouts}
      </td>
    </tr>
  );
});
