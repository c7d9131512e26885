import { factOf } from "@firstmatch/shared-types";
import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import type { RuleProps } from "react-querybuilder";
import { faultAt } from "../../components/faults-at.ts";
import { DragHandle } from "../../components/SortableList.tsx";
import css from "./Criteria.module.css";
import { useFaultsOf } from "./criteria-context.ts";
import { ExpectedEditor } from "./ExpectedEditor.tsx";
import { FactSelect } from "./FactSelect.tsx";
import { firstOperator, operatorChoices } from "./fact-choices.ts";
import { focusAddButton } from "./focus-add-button.ts";
import { OperatorSelect } from "./OperatorSelect.tsx";
import type { CriteriaRow } from "./query.ts";
import { nameOfEntry, numberOf } from "./row-names.ts";

/** One criterion in react-querybuilder's place for a rule; with its faults looked up, so that only it is drawn anew. */
export function CriterionRow({ rule, path, actions }: RuleProps) {
  const faults = useFaultsOf(path);
  const others = faults.filter(({ pointer }) => !/^\/(fact|operator|value)(\/|$)/.test(pointer));
  return (
    <CriterionFields
      row={rule as CriteriaRow}
      path={path}
      actions={actions}
      factFault={faultAt(faults, "/fact")}
      operatorFault={faultAt(faults, "/operator")}
      valueFault={faultAt(faults, "/value")}
      otherFault={others.map(({ message }) => message).join(" ")}
    />
  );
}

interface CriterionFieldsProps extends Pick<RuleProps, "path" | "actions"> {
  row: CriteriaRow;
  factFault: string | undefined;
  operatorFault: string | undefined;
  valueFault: string | undefined;
  otherFault: string;
}

/** react-querybuilder makes a new path for every row whenever any row changes; only its numbers matter. */
const sameFields = (
  { path, ...before }: CriterionFieldsProps,
  { path: newPath, ...after }: CriterionFieldsProps,
): boolean =>
  numberOf(path) === numberOf(newPath) &&
  (Object.keys(before) as (keyof typeof before)[]).every((key) => before[key] === after[key]);

/** Fact, operator, value, and what can be done to the row. */
const CriterionFields = memo(function CriterionFields(props: CriterionFieldsProps) {
  const { row, path, actions, factFault, operatorFault, valueFault, otherFault } = props;
  const name = nameOfEntry(row, path);
  const fact = factOf(row.field);
  const chooseFact = (field: string) => {
    const chosen = factOf(field);
    const keeps = chosen?.kind === fact?.kind && chosen?.input === fact?.input;
    actions.onPropChange("field", field, path);
    if (keeps) return;
    actions.onPropChange("operator", firstOperator(chosen), path);
    actions.onPropChange("value", "", path);
  };
  return (
    <div className={css.row}>
      <DragHandle label={`Drag ${name}`} />
      <FactSelect
        label={`Fact, criterion ${numberOf(path)}`}
        fact={row.field}
        onChange={chooseFact}
        error={factFault}
      />
      <OperatorSelect
        label={`Operator, criterion ${numberOf(path)}`}
        choices={operatorChoices(fact, row.operator)}
        operator={row.operator}
        disabled={fact === undefined}
        onChange={(operator) => actions.onPropChange("operator", operator, path)}
        error={operatorFault}
      />
      <div className={css.value}>
        <ExpectedEditor
          row={row}
          name={name}
          onChange={(value) => actions.onPropChange("value", value, path)}
          error={valueFault}
        />
      </div>
      <div className={css.tools}>
        <Tooltip label="Duplicate">
          <ActionIcon aria-label={`Duplicate ${name}`} onClick={() => actions.moveRule(path, nextTo(path), true)}>
            <IconCopy size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Remove">
          <ActionIcon
            aria-label={`Remove ${name}`}
            onClick={(event) => {
              focusAddButton(event.currentTarget);
              actions.onRuleRemove(path);
            }}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      {otherFault !== "" && (
        <Text size="xs" c="var(--mantine-color-error)" className={css.fault}>
          {otherFault}
        </Text>
      )}
    </div>
  );
}, sameFields);

const nextTo = (path: readonly number[]): number[] => [...path.slice(0, -1), (path.at(-1) ?? 0) + 1];
