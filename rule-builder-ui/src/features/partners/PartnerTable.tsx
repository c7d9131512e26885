import type { Partner } from "@firstmatch/shared-types";
import { useCallback, useMemo, useState } from "react";
import { TickBox } from "../../components/TickBox.tsx";
import { useLatest } from "../../components/use-latest.ts";
import { useMay } from "../access/session.ts";
import { isTicked, type Ticked, withShown, withTick } from "../members/selection.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { EditPartnerDialog } from "./EditPartnerDialog.tsx";
import { PartnerMenu } from "./PartnerMenu.tsx";
import { PartnerRow } from "./PartnerRow.tsx";
import css from "./PartnerTable.module.css";

interface PartnerTableProps {
  partners: Partner[];
  /** What is shown was found by the filter before. */
  busy: boolean;
  /** The same function on every draw, or every row would be drawn anew. */
  onTag: (tag: string) => void;
  /** Undefined for those who may not change anything. */
  ticked: Ticked | undefined;
  onTicked: (ticked: Ticked) => void;
}

/** The partners that were found, with one menu for all rows. */
export function PartnerTable({ partners, busy, onTag, ticked, onTicked }: PartnerTableProps) {
  const { data: programs } = useAllPrograms();
  const names = useMemo(() => new Map(programs?.map(({ id, name }) => [id, name])), [programs]);
  const mayEdit = useMay("edit");
  const [menu, setMenu] = useState<{ partner: Partner; button: HTMLElement }>();
  const [editing, setEditing] = useState<Partner>();
  const openMenu = useCallback((partner: Partner, button: HTMLElement) => setMenu({ partner, button }), []);
  const shown = partners.map(({ id }) => id);
  const tickedShown = ticked ? shown.filter((id) => isTicked(ticked, id)).length : 0;
  const tick = useLatest((id: string, on: boolean) => {
    if (ticked) onTicked(withTick(ticked, id, on, shown));
  });
  return (
    <div className={css.frame}>
      <table className={css.table} aria-label="Partners" aria-busy={busy}>
        <thead>
          <tr>
            {ticked && (
              <th scope="col" className={css.tick}>
                <TickBox
                  label="Select all that are shown"
                  ticked={tickedShown === shown.length}
                  some={tickedShown > 0 && tickedShown < shown.length}
                  onTick={(on) => onTicked(withShown(ticked, shown, on))}
                />
              </th>
            )}
            <th scope="col">Partner</th>
            <th scope="col">Status</th>
            <th scope="col">Programs</th>
            <th scope="col">Tags</th>
            <th scope="col">Revenue share</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {partners.map((partner) => (
            <PartnerRow
              key={partner.id}
              partner={partner}
              programNames={names}
              ticked={ticked && isTicked(ticked, partner.id)}
              onTick={tick}
              onTag={onTag}
              onMenu={openMenu}
            />
          ))}
        </tbody>
      </table>
      {menu && (
        <PartnerMenu
          {...menu}
          mayEdit={mayEdit}
          onEdit={() => setEditing(menu.partner)}
          onClose={() => setMenu(undefined)}
        />
      )}
      {editing && <EditPartnerDialog partner={editing} onClose={() => setEditing(undefined)} />}
    </div>
  );
}
