import { REFUSED_POSTBACKS_KEPT } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { FormSection } from "../../components/FormSection.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import css from "./Postback.module.css";
import { useRefusedPostbacks } from "./postback-queries.ts";
import { RefusedPostbackRow } from "./RefusedPostbackRow.tsx";

const KEPT = `The newest ${REFUSED_POSTBACKS_KEPT.toLocaleString("en")} of all programs are kept. Mend the tracker and let it send them again; what was recorded after all counts once.`;

interface RefusedPostbacksProps {
  program: string;
  timezone: string;
}

/** Postbacks for a program that were refused; and those that name none that is known, where there are any. */
export const RefusedPostbacks = ({ program, timezone }: RefusedPostbacksProps) => (
  <>
    <RefusedList program={program} timezone={timezone} title="Refused postbacks" hint={KEPT} none="None so far." />
    <RefusedList
      program={null}
      timezone={timezone}
      title="Refused postbacks of no known program"
      hint="One of them may be meant for this program: its id is misspelt or missing."
    />
  </>
);

interface RefusedListProps extends Omit<RefusedPostbacksProps, "program"> {
  program: string | null;
  title: string;
  hint: string;
  /** Without it, an empty list is not shown at all. */
  none?: string;
}

function RefusedList({ program, timezone, title, hint, none }: RefusedListProps) {
  const { items, error, isPending, more } = useRefusedPostbacks(program);
  if (none === undefined && items.length === 0 && !error) return null;
  return (
    <FormSection order={2} title={title} hint={`${hint} Times in ${timezone}.`}>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={2} height={44} />}
      {!isPending && !error && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {items.length > 0 && (
        <ul className={css.list} aria-label={title}>
          {items.map((refused) => (
            <RefusedPostbackRow key={refused.id} refused={refused} timezone={timezone} />
          ))}
        </ul>
      )}
      <div>
        <MoreButton more={more} />
      </div>
    </FormSection>
  );
}
