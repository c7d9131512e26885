import type { Member, Program } from "@firstmatch/shared-types";
import { TickBox } from "../../components/TickBox.tsx";
import { useLatest } from "../../components/use-latest.ts";
import table from "../partners/PartnerTable.module.css";
import { MemberRow } from "./MemberRow.tsx";
import css from "./MemberTable.module.css";
import { useNameOfTerms } from "./name-of-terms.ts";
import { isTicked, type Ticked, withShown, withTick } from "./selection.ts";

interface MemberTableProps {
  program: Program;
  members: Member[];
  /** What is shown was found by the filter before. */
  busy: boolean;
  /** Undefined for those who may not change anything. */
  ticked: Ticked | undefined;
  onTicked: (ticked: Ticked) => void;
  onOpen: (partner: string) => void;
}

/** The members that were found, each with a box to tick it for a bulk edit. */
export function MemberTable({ program, members, busy, ticked, onTicked, onOpen }: MemberTableProps) {
  const nameOfTerms = useNameOfTerms(program);
  const shown = members.map(({ partner }) => partner.id);
  const count = ticked === undefined ? 0 : shown.filter((partner) => isTicked(ticked, partner)).length;
  const tick = useLatest((partner: string, on: boolean) => {
    if (ticked) onTicked(withTick(ticked, partner, on, shown));
  });
  const open = useLatest(onOpen);
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${css.table}`} aria-label="Members" aria-busy={busy}>
        <thead>
          <tr>
            {ticked && (
              <th scope="col" className={css.tick}>
                <TickBox
                  label="Select all that are shown"
                  ticked={count > 0 && count === shown.length}
                  some={count > 0 && count < shown.length}
                  onTick={(on) => onTicked(withShown(ticked, shown, on))}
                />
              </th>
            )}
            <th scope="col">Member</th>
            <th scope="col">Terms</th>
            <th scope="col">Status</th>
            <th scope="col">Dates</th>
            <th scope="col">Promo codes</th>
            <th scope="col">Links</th>
            <th scope="col">
              <abbr title="Personal payouts">Personal</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.partner.id}
              member={member}
              terms={nameOfTerms(member.terms)}
              nextTerms={member.plannedMoves[0] && nameOfTerms(member.plannedMoves[0].terms)}
              timezone={program.timezone}
              ticked={ticked && isTicked(ticked, member.partner.id)}
              onTick={tick}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
