import { Badge } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHistory, IconPlus } from "@tabler/icons-react";
import { NavLink, useParams } from "react-router";
import css from "../../components/LinkTabs.module.css";
import { useMay } from "../access/session.ts";
import { useDraft } from "../terms/use-draft.ts";
import { AddEventTypeDialog } from "./AddEventTypeDialog.tsx";

/** The parts of terms: their event types, and their versions at the end. */
export function EventTypeTabs() {
  const { program = "", terms: termsId = "" } = useParams();
  const { terms } = useDraft();
  const mayEdit = useMay("edit");
  const [adding, dialog] = useDisclosure();
  const base = `/programs/${program}/terms/${termsId}`;
  return (
    <nav className={css.tabs} aria-label="Event types and versions">
      <div className={css.list}>
        {terms.events.map(({ type, name, groups = [] }) => (
          <NavLink key={type} to={`${base}/events/${encodeURIComponent(type)}`} className={css.tab ?? ""}>
            {name}
            <Badge size="sm" color="gray" circle={groups.length < 10}>
              {groups.length}
            </Badge>
          </NavLink>
        ))}
        {mayEdit && (
          <button type="button" className={css.tab} onClick={dialog.open}>
            <IconPlus size={15} aria-hidden /> Event type
          </button>
        )}
      </div>
      <NavLink to={`${base}/versions`} className={css.tab ?? ""}>
        <IconHistory size={15} aria-hidden /> Versions
      </NavLink>
      {adding && <AddEventTypeDialog onClose={dialog.close} />}
    </nav>
  );
}
