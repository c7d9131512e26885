import type { TermsEvent } from "@firstmatch/shared-types";
import { PayoutGroupCard } from "./PayoutGroupCard.tsx";
import css from "./PayoutGroupList.module.css";
import type { TestResult } from "./test-result.ts";

interface ReadPayoutGroupsProps {
  /** What a screen reader calls the list. */
  label: string;
  event: TermsEvent;
  currency: string;
  test?: TestResult;
}

/** The ranked groups where nothing can be changed. */
export function ReadPayoutGroups({ label, event, currency, test }: ReadPayoutGroupsProps) {
  const { groups = [], level, customGroups, default: defaults } = event;
  return (
    <ol
      className={css.list}
      aria-label={label}
      data-off={customGroups === false || undefined}
      data-many={groups.length > 200 || undefined}
    >
      {groups.map((group, at) => (
        <li key={group.id} className={css.place}>
          <PayoutGroupCard
            group={group}
            rank={at + 1}
            currency={currency}
            level={level}
            setup={defaults.setup}
            verdict={test?.verdicts.get(group.id)}
          />
        </li>
      ))}
    </ol>
  );
}
