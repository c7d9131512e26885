import type { CandidateTrace } from "@firstmatch/shared-types";
import { Accordion, Anchor, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { CandidateVerdict } from "./CandidateVerdict.tsx";
import { type AnswerContext, lineName } from "./decision-words.ts";
import styles from "./rule-tester.module.css";
import { byItemLine, isShownAtFirst, traceRows } from "./trace-rows.ts";

interface Props {
  trace: readonly CandidateTrace[];
  context: AnswerContext;
  onFillIn: ((fact: string, item: number | null) => void) | undefined;
}

/** With no more rules than this that have conditions to show, all of them are open. */
const OPEN_AT_FIRST = 3;

/** Every rule in the order in which it is tried, item line by item line where these are decided by themselves. */
export function Trace({ trace, context, onFillIn }: Props) {
  const [all, setAll] = useState(false);
  const rows = traceRows(trace);
  const withConditions = rows.filter(({ candidate }) => candidate.conditions.length > 0).map(({ key }) => key);
  // What was opened by hand belongs to one answer; the wish to see everything goes on to the next.
  const [everything, setEverything] = useState(false);
  const [byHand, setByHand] = useState<{ trace: typeof trace; open: string[] } | null>(null);
  const atFirst =
    everything || withConditions.length <= OPEN_AT_FIRST
      ? withConditions
      : rows.filter(({ candidate }) => candidate.result === "matched").map(({ key }) => key);
  const open = byHand?.trace === trace ? byHand.open : atFirst;
  const everyOpen = withConditions.every((key) => open.includes(key));
  const openOrCloseAll = () => {
    setEverything(!everyOpen);
    setByHand({ trace, open: everyOpen ? [] : withConditions });
  };
  const lists = byItemLine(rows);
  const hidden = all ? 0 : rows.filter((row) => !isShownAtFirst(row)).length;
  return (
    <section>
      <Group justify="space-between" gap="xs">
        <Title order={3} size="h5">
          Every rule, in order
        </Title>
        {withConditions.length > 1 && (
          <Anchor component="button" type="button" size="sm" onClick={openOrCloseAll}>
            {everyOpen ? "Close all" : "Open all"}
          </Anchor>
        )}
      </Group>
      <Accordion
        multiple
        value={open}
        onChange={(keys) => setByHand({ trace, open: keys })}
        order={lists.length > 1 ? 5 : 4}
        classNames={accordionStyles}
        chevronPosition="right"
      >
        {lists.map((list) => (
          <div key={list[0]?.key}>
            {lists.length > 1 && (
              <Title order={4} size="sm" mt="sm">
                {lineName(list[0]?.candidate.item ?? null, context.event)}
              </Title>
            )}
            {list
              .filter((row) => all || isShownAtFirst(row))
              .map(({ key, candidate }) => (
                <CandidateVerdict
                  key={key}
                  value={key}
                  candidate={candidate}
                  context={context}
                  lineApart={lists.length > 1}
                  onFillIn={onFillIn && ((fact) => onFillIn(fact, candidate.item))}
                />
              ))}
          </div>
        ))}
      </Accordion>
      {hidden > 0 && (
        <Text size="sm" mt="xs">
          <Anchor component="button" type="button" size="sm" onClick={() => setAll(true)}>
            Show {hidden} more {hidden === 1 ? "rule" : "rules"}
          </Anchor>
        </Text>
      )}
    </section>
  );
}

const accordionStyles = {
  control: styles.ruleControl ?? "",
  label: styles.ruleLabel ?? "",
  content: styles.ruleContent ?? "",
  item: styles.rule ?? "",
};
