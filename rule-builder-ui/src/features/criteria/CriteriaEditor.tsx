import type { Conditions, Fault } from "@firstmatch/shared-types";
import { type ReactNode, useMemo, useState } from "react";
import { QueryBuilder, type RuleGroupType } from "react-querybuilder";
import css from "./Criteria.module.css";
import { CriteriaBlock } from "./CriteriaBlock.tsx";
import { CriterionRow } from "./CriterionRow.tsx";
import { conditionsToQuery } from "./conditions-to-query.ts";
import { StateContext, SurroundingsContext } from "./criteria-context.ts";
import type { CriteriaQuery } from "./query.ts";
import { queryToConditions } from "./query-to-conditions.ts";

export interface CriteriaEditorProps {
  conditions: Conditions;
  /** Gets every change at once, half-filled rows too; such conditions do not pass the validator. */
  onChange: (conditions: Conditions) => void;
  /** Pointers are relative to the conditions: "/all/0/value". */
  faults?: readonly Fault[];
  currency: string;
  timezone: string;
  /** What stands there while there is no criterion. */
  whenEmpty?: ReactNode;
  onDraggingChange?: (dragging: boolean) => void;
}

const controlElements = { rule: CriterionRow, ruleGroup: CriteriaBlock };
const NO_FAULTS: readonly Fault[] = [];
const ignore = () => {};

/** The criteria of one group: rows joined by AND, "any of" blocks on request, nested ones as a document has them. */
export function CriteriaEditor({
  conditions,
  onChange,
  faults = NO_FAULTS,
  currency,
  timezone,
  whenEmpty,
  onDraggingChange = ignore,
}: CriteriaEditorProps) {
  const [query, setQuery] = useState(() => conditionsToQuery(conditions));
  // The rows keep their ids, and with them focus and place, as long as the conditions are those that they make.
  const made = useMemo(() => JSON.stringify(queryToConditions(query)), [query]);
  const given = useMemo(() => JSON.stringify(queryToConditions(conditionsToQuery(conditions))), [conditions]);
  if (made !== given) setQuery(conditionsToQuery(conditions));

  const state = useMemo(() => ({ query, faults }), [query, faults]);
  const surroundings = useMemo(
    () => ({ currency, timezone, whenEmpty, onDraggingChange }),
    [currency, timezone, whenEmpty, onDraggingChange],
  );
  return (
    <SurroundingsContext value={surroundings}>
      <StateContext value={state}>
        <div className={css.editor}>
          <QueryBuilder
            query={query as RuleGroupType}
            onQueryChange={(changed) => {
              setQuery(changed as CriteriaQuery);
              onChange(queryToConditions(changed as CriteriaQuery));
            }}
            enableMountQueryChange={false}
            resetOnFieldChange={false}
            controlElements={controlElements}
          />
        </div>
      </StateContext>
    </SurroundingsContext>
  );
}
