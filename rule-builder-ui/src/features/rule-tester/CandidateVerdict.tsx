import type { CandidateTrace } from "@firstmatch/shared-types";
import { Accordion, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleOff, IconCircleX } from "@tabler/icons-react";
import { ConditionTree } from "./ConditionTree.tsx";
import { type AnswerContext, lineName, ruleName } from "./decision-words.ts";
import styles from "./rule-tester.module.css";
import { missSentence } from "./trace-words.ts";

interface Props {
  value: string;
  candidate: CandidateTrace;
  context: AnswerContext;
  /** The item line is said above already. */
  lineApart: boolean;
  onFillIn: ((fact: string) => void) | undefined;
}

const VERDICTS = {
  matched: { word: "Matched", Icon: IconCircleCheck },
  "not-matched": { word: "Not matched", Icon: IconCircleX },
  "not-reached": { word: "Not reached", Icon: IconCircleDashed },
  disabled: { word: "Disabled", Icon: IconCircleOff },
};

/** What became of one rule; its conditions open below it, where it was asked. */
export function CandidateVerdict({ value, candidate, context, lineApart, onFillIn }: Props) {
  const { result, conditions, item, kind } = candidate;
  const { word, Icon } = VERDICTS[result];
  const why =
    result === "not-matched"
      ? missSentence(conditions, context)
      : result === "matched" && conditions.length === 0
        ? kind === "default"
          ? "Nothing above it applied"
          : "It asks for nothing but its partners"
        : null;
  const head = (
    <>
      <span className={styles.state} data-state={result}>
        <Icon size={16} aria-hidden />
        {word}
      </span>
      <span className={styles.ruleName}>
        {ruleName(candidate)}
        {why !== null && (
          <Text span size="xs" c="dimmed" display="block">
            {why}
          </Text>
        )}
      </span>
    </>
  );
  if (conditions.length === 0) {
    return (
      <div className={styles.rule} data-result={result}>
        <div className={styles.ruleAlone}>
          <span className={styles.ruleHead}>{head}</span>
        </div>
      </div>
    );
  }
  return (
    <Accordion.Item value={value} data-result={result}>
      <Accordion.Control>
        <span className={styles.ruleHead}>{head}</span>
      </Accordion.Control>
      {/* A landmark for each rule would be too many. */}
      <Accordion.Panel role="group">
        {item !== null && !lineApart && (
          <Text size="xs" c="dimmed">
            Seen with {lineName(item, context.event)}
          </Text>
        )}
        <ConditionTree nodes={conditions} {...{ context, onFillIn }} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}
