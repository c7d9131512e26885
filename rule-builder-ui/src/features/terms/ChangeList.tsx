import type { TermsChange } from "@firstmatch/shared-types";
import { Badge, Text } from "@mantine/core";
import css from "./ChangeList.module.css";

const COLORS = { added: "green", removed: "red", changed: "cobalt", moved: "gray" } as const;

/** More than this nobody reads in one go, and the page would feel it. */
const MOST_SHOWN = 200;

interface ChangeListProps {
  changes: readonly TermsChange[];
  /** What to say where nothing differs. */
  none: string;
}

/** Differences between two terms documents, a sentence each. */
export function ChangeList({ changes, none }: ChangeListProps) {
  if (changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  return (
    <ul className={css.list} aria-label="Differences">
      {changes.slice(0, MOST_SHOWN).map(({ kind, pointer, sentence }) => (
        <li key={`${pointer} ${sentence}`}>
          <Badge size="sm" color={COLORS[kind]} className={css.kind ?? ""}>
            {kind}
          </Badge>
          <span>{sentence}</span>
        </li>
      ))}
      {changes.length > MOST_SHOWN && <li>and {changes.length - MOST_SHOWN} more</li>}
    </ul>
  );
}
