import type { Partner } from "@firstmatch/shared-types";
import { useCallback, useMemo, useState } from "react";
import { useMay } from "../access/session.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import { EditPartnerDialog } from "./EditPartnerDialog.tsx";
import { PartnerMenu } from "./PartnerMenu.tsx";
import { PartnerRow } from "./PartnerRow.tsx";
import css from "./PartnerTable.module.css";

interface PartnerTableProps {
  partners: Partner[];
  /** What is shown was found by the filter before. */
  busy: boolean;
  /** The same function as long as nothing else is found, or every row would be drawn anew. */
  onTag: (tag: string) => void;
}

/** The partners that were found, with one menu for all rows. */
export function PartnerTable({ partners, busy, onTag }: PartnerTableProps) {
  const { data: programs } = useAllPrograms();
  const names = useMemo(() => new Map(programs?.map(({ id, name }) => [id, name])), [programs]);
  const mayEdit = useMay("edit");
  const [menu, setMenu] = useState<{ partner: Partner; button: HTMLElement }>();
  const [editing, setEditing] = useState<Partner>();
  const openMenu = useCallback((partner: Partner, button: HTMLElement) => setMenu({ partner, button }), []);
  return (
    <div className={css.frame}>
      <table className={css.table} aria-label="Partners" aria-busy={busy}>
        <thead>
          <tr>
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
            <PartnerRow key={partner.id} partner={partner} programNames={names} onTag={onTag} onMenu={openMenu} />
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
