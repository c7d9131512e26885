import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Fragment } from "react";
import type { RuleGroupProps } from "react-querybuilder";
import { SortableList } from "../../components/SortableList.tsx";
import { BlockHeader } from "./BlockHeader.tsx";
import css from "./Criteria.module.css";
import { useSurroundings } from "./criteria-context.ts";
import { ADD_BUTTON } from "./focus-add-button.ts";
import { type CriteriaQuery, emptyRow, isBlock, type Joint, newBlock } from "./query.ts";
import { nameOfEntry, numberOf } from "./row-names.ts";

const TITLES: Record<Joint, string> = { all: "All of these", any: "Any of these", not: "Not" };
const BETWEEN: Record<Joint, string> = { all: "AND", any: "OR", not: "AND" };
/** Deeper blocks of a document are shown and kept; the screen offers no more than two levels below the top. */
const DEEPEST_OFFERED = 2;

/** The rows of one `all`, `any` or `not`, in react-querybuilder's place for a group. The outermost one is all AND. */
export function CriteriaBlock({ ruleGroup, path, actions, schema, translations }: RuleGroupProps) {
  const { onDraggingChange, whenEmpty } = useSurroundings();
  const block = ruleGroup as CriteriaQuery;
  const joint = block.combinator;
  const { rule: Row, ruleGroup: Block } = schema.controls;
  const outermost = path.length === 0;
  const full = joint === "not" && block.rules.length > 0;
  const offered: Joint = joint === "any" ? "all" : "any";
  const entries = block.rules.map((entry, at) => ({ id: entry.id, name: nameOfEntry(entry, [...path, at]) }));

  // moveRule takes the place before which the entry goes, counted while it still stands at its old one.
  const move = (from: number, to: number) =>
    actions.moveRule([...path, from], [...path, from < to ? to + 1 : to], false);
  return (
    <fieldset
      className={outermost ? css.outermost : css.block}
      aria-label={outermost ? "Criteria" : `${TITLES[joint]}, block ${numberOf(path)}`}
    >
      {!outermost && <BlockHeader title={TITLES[joint]} path={path} actions={actions} />}
      {entries.length === 0 && outermost && (
        <Text size="sm" c="dimmed" mb="sm">
          {whenEmpty}
        </Text>
      )}
      <SortableList entries={entries} onMove={move} onDraggingChange={onDraggingChange}>
        {(id, at) => {
          const entry = block.rules[at];
          const inner = { path: [...path, at], actions, schema, translations };
          return (
            <Fragment>
              {at > 0 && <div className={css.joint}>{BETWEEN[joint]}</div>}
              {entry === undefined ? null : isBlock(entry) ? (
                <Block id={id} ruleGroup={entry} {...inner} />
              ) : (
                <Row id={id} rule={entry} {...inner} />
              )}
            </Fragment>
          );
        }}
      </SortableList>
      {!full && (
        <Group gap="xs" mt={entries.length > 0 ? "sm" : 0}>
          <Button
            {...ADD_BUTTON}
            size="xs"
            variant={outermost ? "light" : "subtle"}
            leftSection={<IconPlus size={14} />}
            onClick={() => actions.onRuleAdd(emptyRow(), [...path])}
          >
            {joint === "any" ? "Add alternative" : "Add criterion"}
          </Button>
          {path.length < DEEPEST_OFFERED && (
            <Button
              size="xs"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              onClick={() => actions.onGroupAdd(newBlock(offered), [...path])}
            >
              {offered === "any" ? "Add “any of” block" : "Add “all of” block"}
            </Button>
          )}
        </Group>
      )}
    </fieldset>
  );
}
