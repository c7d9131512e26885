import { formatPercent, type Partner } from "@firstmatch/shared-types";
import { memo } from "react";
import { Link } from "react-router";
import { RowMenuButton } from "../../components/RowMenu.tsx";
import { TickBox } from "../../components/TickBox.tsx";
import css from "./PartnerTable.module.css";
import { partnerPath } from "./partner-path.ts";

interface PartnerRowProps {
  partner: Partner;
  /** By id. */
  programNames: ReadonlyMap<string, string>;
  /** Undefined where nobody can be ticked. */
  ticked: boolean | undefined;
  onTick: (partner: string, on: boolean) => void;
  onTag: (tag: string) => void;
  onMenu: (partner: Partner, button: HTMLElement) => void;
}

const MOST_PROGRAMS = 3;

/** Plain elements, drawn anew only when the partner changes: there may be thousands. */
export const PartnerRow = memo(function PartnerRow(props: PartnerRowProps) {
  const { partner, programNames, ticked, onTick, onTag, onMenu } = props;
  const { id, name, status, programs, tags, revenueShare, programRevenueShares } = partner;
  const others = Object.keys(programRevenueShares).length;
  return (
    <tr data-off={status === "inactive" || undefined} data-ticked={ticked || undefined}>
      {ticked !== undefined && (
        <td className={css.tick}>
          <TickBox label={`Select ${name}`} ticked={ticked} onTick={(on) => onTick(id, on)} />
        </td>
      )}
      <td className={css.partner}>
        <Link to={partnerPath(id)}>{name}</Link>
        <code>{id}</code>
      </td>
      <td>
        <span className={css.status} data-status={status}>
          {status === "active" ? "Active" : "Inactive"}
        </span>
      </td>
      <td className={css.programs} data-label="Programs">
        {programs.length === 0 ? (
          <span className={css.none}>None</span>
        ) : (
          shownPrograms(programs.map((program) => programNames.get(program) ?? program))
        )}
      </td>
      <td className={css.tags}>
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className={css.tag}
            onClick={() => onTag(tag)}
            title={`Show all tagged ${tag}`}
          >
            {tag}
          </button>
        ))}
      </td>
      <td className={css.share} data-label="Revenue share">
        {revenueShare === null ? <span className={css.none}>None</span> : formatPercent(revenueShare)}
        {others > 0 && <small>{others === 1 ? "1 program differs" : `${others} programs differ`}</small>}
      </td>
      <td className={css.actions}>
        <RowMenuButton name={name} onOpen={(button) => onMenu(partner, button)} />
      </td>
    </tr>
  );
});

const shownPrograms = (names: readonly string[]): string =>
  names.length <= MOST_PROGRAMS
    ? names.join(", ")
    : `${names.slice(0, MOST_PROGRAMS).join(", ")} and ${names.length - MOST_PROGRAMS} more`;
