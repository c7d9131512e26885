import { Alert, Text, Title, VisuallyHidden } from "@mantine/core";
import type { Ref } from "react";
import { Answer } from "./Answer.tsx";
import { answerSentence } from "./decision-words.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./rule-tester.module.css";
import type { Outcome } from "./use-answer.ts";

interface Props {
  outcome: Outcome | null;
  isPending: boolean;
  /** Why nothing could be asked at all. */
  failure: string | null;
  changed: string | null;
  compared: { same: boolean; words: string } | null;
  headingRef: Ref<HTMLHeadingElement>;
  onTestAgain: () => void;
  onFillIn: ((fact: string, item: number | null) => void) | undefined;
}

/** What came of the last test: an answer, a refusal, or nothing yet. Spoken as soon as it is there. */
export function AnswerColumn({ outcome, isPending, failure, changed, compared, headingRef, ...actions }: Props) {
  const spoken = () => {
    if (failure !== null) return failure;
    if (outcome === null || changed !== null) return "";
    return outcome.kind === "decided" ? answerSentence(outcome.decision) : outcome.problem.detail;
  };
  return (
    <section className={styles.result} aria-label="Answer">
      <Title order={3} size="h5" ref={headingRef} tabIndex={-1}>
        Answer
      </Title>
      <VisuallyHidden role="status">{isPending ? "" : spoken()}</VisuallyHidden>
      {failure !== null && (
        <Alert color="red" title="The test could not be run">
          {failure}
        </Alert>
      )}
      {outcome === null && failure === null && (
        <Text size="sm" c="dimmed">
          Fill in what the conversion carries and test it. Nothing is stored and no cap is used up.
        </Text>
      )}
      {outcome?.kind === "refused" &&
        (changed === null ? (
          <Refusal problem={outcome.problem} terms={outcome.terms} ofDraft={outcome.asked.against === "draft"} />
        ) : (
          <Text size="sm" c="dimmed">
            The last test was refused. {changed}: test again.
          </Text>
        ))}
      {outcome?.kind === "decided" && (
        <Answer
          decision={outcome.decision}
          context={{
            currency: outcome.decision.currency,
            timezone: outcome.terms.timezone,
            event: outcome.asked.event,
            document: outcome.asked.against === "draft" ? "draft" : `version ${outcome.asked.against}`,
          }}
          {...{ compared, changed }}
          {...actions}
        />
      )}
    </section>
  );
}
