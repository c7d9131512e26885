import type { EventSetup } from "@firstmatch/shared-types";
import css from "./RuleCard.module.css";

/** What of a rule's setup is not as usual. */
export function SetupTags({ setup, enabled }: { setup: EventSetup | undefined; enabled: boolean }) {
  return (
    <>
      {setup?.classification === "kpi" && <span className={css.tag}>KPI</span>}
      {setup?.visibility === "private" && <span className={css.tag}>Private</span>}
      {!enabled && <span className={css.tag}>Off</span>}
    </>
  );
}
