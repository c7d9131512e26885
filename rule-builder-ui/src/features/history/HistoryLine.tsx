import { type HistoryEntry, THINGS } from "@firstmatch/shared-types";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import css from "./History.module.css";

interface HistoryLineProps {
  entry: HistoryEntry;
  time: string;
  says: string;
  /** Whose change it is, where changes of several programs are shown. */
  program: string | undefined;
  /** Drawn when the line is opened. */
  children: ReactNode;
}

/** When, what kind of thing, what in a sentence, who; opens to before and after. */
export function HistoryLine({ entry: { at, thing, by }, time, says, program, children }: HistoryLineProps) {
  const [opened, { toggle }] = useDisclosure();
  const details = useId();
  return (
    <li className={css.line}>
      <button
        type="button"
        className={css.summary}
        aria-expanded={opened}
        aria-controls={opened ? details : undefined}
        onClick={toggle}
      >
        <time dateTime={at} title={at} className={css.time}>
          {time}
        </time>
        <span className={css.kind}>{THINGS[thing.kind]}</span>
        <span className={css.says}>
          {program !== undefined && <span className={css.program}>{program} · </span>}
          {says}
        </span>
        <span className={css.who}>{by.name}</span>
        <IconChevronRight size={16} className={css.chevron} aria-hidden />
      </button>
      {opened && (
        <div id={details} className={css.details}>
          {children}
        </div>
      )}
    </li>
  );
}
