import { type ConditionTrace, factOf, type NodeTrace } from "@firstmatch/shared-types";
import { Anchor, Text } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { SentenceText } from "../../components/SentenceText.tsx";
import type { AnswerContext } from "./decision-words.ts";
import styles from "./rule-tester.module.css";
import { actualSentence, conditionSentence, isLeafTrace, stateOf } from "./trace-words.ts";

interface Props {
  nodes: readonly NodeTrace[];
  context: AnswerContext;
  onFillIn: ((fact: string) => void) | undefined;
}

const STATES = {
  pass: { word: "Pass", Icon: IconCircleCheck },
  fail: { word: "Fail", Icon: IconCircleX },
  missing: { word: "Not sent", Icon: IconHelpCircle },
};

/** Every condition with both sides and its answer; nested ones indented under what joins them. */
export function ConditionTree({ nodes, context, onFillIn }: Props) {
  return (
    <ul className={styles.conditions}>
      {nodes.map((node, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes, so its conditions keep their places
        <li key={at}>
          {isLeafTrace(node) ? (
            <Leaf leaf={node} {...{ context, onFillIn }} />
          ) : (
            <>
              <State state={node.result ? "pass" : "fail"} />
              <Text size="sm" fw={600} component="span">
                {"not" in node ? "Not:" : "all" in node ? "All of:" : "Any of:"}
              </Text>
              <ConditionTree
                nodes={"not" in node ? [node.not] : "all" in node ? node.all : node.any}
                {...{ context, onFillIn }}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ leaf, context, onFillIn }: { leaf: ConditionTrace } & Omit<Props, "nodes">) {
  const fact = factOf(leaf.fact);
  return (
    <>
      <State state={stateOf(leaf)} />
      <div>
        <Text size="sm">
          <SentenceText sentence={conditionSentence(leaf, context.currency)} />
        </Text>
        <Text size="xs" c="dimmed" className={styles.actual ?? ""}>
          {actualSentence(leaf, context)}
          {leaf.missing && onFillIn !== undefined && (!fact?.derived || fact.past) && (
            <>
              {" · "}
              <Anchor component="button" type="button" size="xs" onClick={() => onFillIn(leaf.fact)}>
                Fill in {fact?.label ?? leaf.fact}
              </Anchor>
            </>
          )}
        </Text>
      </div>
    </>
  );
}

function State({ state }: { state: keyof typeof STATES }) {
  const { word, Icon } = STATES[state];
  return (
    <span className={styles.state} data-state={state}>
      <Icon size={16} aria-hidden />
      {word}
    </span>
  );
}
