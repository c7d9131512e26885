import { formatAmount, type Terms, type VersionSummary } from "@firstmatch/shared-types";
import { Alert, Badge, Group, Text, TextInput, Title, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useId, useRef, useState } from "react";
import { Answer } from "./Answer.tsx";
import { CopyButton } from "./CopyButton.tsx";
import { evaluateCurl } from "./curl.ts";
import { answerSentence, ruleName, STATUS_WORDS } from "./decision-words.ts";
import { EventViews } from "./EventViews.tsx";
import { byPointer, eventFaults, REVENUE_SHARE, sentenceOf } from "./faults.ts";
import { Refusal } from "./Refusal.tsx";
import styles from "./rule-tester.module.css";
import { changedSince, partnerIn, type Question, questionedDraft } from "./simulation.ts";
import { TestBar } from "./TestBar.tsx";
import { type Sources, useAnswer } from "./use-answer.ts";
import { useFieldFocus } from "./use-field-focus.ts";
import { useFormFit } from "./use-form-fit.ts";
import { type OnHighlight, useHighlight } from "./use-highlight.ts";
import { useTestedEvent } from "./use-tested-event.ts";
import { VersionSelect } from "./VersionSelect.tsx";

export interface RuleTesterProps extends Sources {
  /** Named in the curl command, which asks the published terms. */
  program: string;
  /** The draft as it stands on screen, saved or not. */
  document: Terms;
  documentName: string;
  versions: readonly VersionSummary[];
  eventType: string;
  /** Whether stored personal payouts of this event type carry coupon codes, so that a promo code is asked for. */
  hasCoupons: boolean;
  onHighlight: OnHighlight;
}

/** Long enough that a half-typed amount is not called wrong. */
const TYPING_MS = 500;

/**
 * Tries a conversion against the draft or a published version, beside the ranked list. The service decides: this only
 * asks POST /simulate and shows the answer. Mount it with a key for each event type, so that another one starts afresh.
 */
export function RuleTester(props: RuleTesterProps) {
  const { program, document, documentName, versions, eventType, onHighlight } = props;
  const heading = useId();
  const answerHeading = useRef<HTMLHeadingElement>(null);
  const [against, setAgainst] = useState<number | "draft">("draft");
  const [revenueShare, setRevenueShare] = useState("");
  const tested = useTestedEvent(eventType);
  const { event } = tested;
  const fit = useFormFit({ ...props, against, event });
  const { root, addField, fillIn } = useFieldFocus(tested, fit.inUse.params);
  const { outcome, isPending, failure, ask } = useAnswer(props);

  const draft = questionedDraft(document, eventType);
  const question: Question | null = event && { event, eventType, against, revenueShare, draft };
  const test = () => question !== null && ask(question, document);
  const changed =
    outcome && (question ? changedSince(outcome.asked, question) : "The event has changed since this answer");
  const decision = outcome?.kind === "decided" ? outcome.decision : null;
  const fitsList = changed === null && outcome?.asked.against === "draft" && decision?.eventType === eventType;
  useHighlight(fitsList ? decision : null, onHighlight);

  const [settled] = useDebouncedValue(event, TYPING_MS);
  const refusal = outcome?.kind === "refused" && changed === null ? outcome : null;
  const faults = byPointer(settled === null ? [] : eventFaults(settled), refusal?.problem.errors ?? []);
  const shareFault = faults.get(REVENUE_SHARE);

  return (
    <section
      ref={root}
      className={styles.tester}
      aria-labelledby={heading}
      onKeyDown={(pressed) => {
        if (pressed.key !== "Enter" || !(pressed.ctrlKey || pressed.metaKey)) return;
        pressed.preventDefault();
        test();
      }}
    >
      <Group gap="xs">
        <Title order={2} size="h4" id={heading}>
          Rule tester
        </Title>
        <Badge color="gray">{fit.level === "item" ? "Item level" : "Order level"}</Badge>
      </Group>
      <div className={styles.columns}>
        <form
          className={styles.question}
          aria-label="Test conversion"
          noValidate
          onSubmit={(submitted) => {
            submitted.preventDefault();
            test();
          }}
        >
          <VersionSelect {...{ documentName, versions, against }} timezone={fit.timezone} onChange={setAgainst} />
          <EventViews {...{ tested, fit, eventType, faults }} onAddField={addField} />
          {(fit.inUse.revenueShare || revenueShare !== "") && (
            <TextInput
              label="Revenue share of the partner's profile"
              description={event && !partnerIn(event) ? "Counts once a partner is named" : undefined}
              placeholder="none"
              inputMode="decimal"
              rightSection="%"
              value={revenueShare}
              onChange={({ currentTarget }) => setRevenueShare(currentTarget.value)}
              error={shareFault && sentenceOf(shareFault)}
            />
          )}
          <Group gap="xs">
            <CopyButton
              disabled={event === null}
              text={() => evaluateCurl(window.location.origin, program, event ?? {})}
            >
              Copy as curl
            </CopyButton>
            <CopyButton disabled={event === null} text={() => JSON.stringify(event, null, 2)}>
              Copy event as JSON
            </CopyButton>
          </Group>
          <TestBar
            disabled={event === null}
            isPending={isPending}
            summary={
              decision && changed === null
                ? {
                    amount:
                      decision.status === "payable"
                        ? formatAmount(decision.payout, decision.currency)
                        : STATUS_WORDS[decision.status].word,
                    rule: ruleName(decision.match),
                  }
                : null
            }
            onShowAnswer={() => answerHeading.current?.focus()}
          />
        </form>
        <section className={styles.result} aria-label="Answer">
          <Title order={3} size="h5" ref={answerHeading} tabIndex={-1}>
            Answer
          </Title>
          <VisuallyHidden role="status">
            {isPending ? "" : (failure ?? (refusal ? refusal.problem.detail : decision && answerSentence(decision)))}
          </VisuallyHidden>
          {failure !== null && (
            <Alert color="red" title="The test could not be run">
              {failure}
            </Alert>
          )}
          {refusal && <Refusal {...refusal} ofDraft={refusal.asked.against === "draft"} />}
          {outcome === null && failure === null && (
            <Text size="sm" c="dimmed">
              Fill in what the conversion carries and test it. Nothing is stored and no cap is used up.
            </Text>
          )}
          {outcome?.kind === "decided" && (
            <Answer
              decision={outcome.decision}
              context={{
                currency: outcome.decision.currency,
                timezone: outcome.terms.timezone,
                event: outcome.asked.event,
              }}
              changed={changed}
              onTestAgain={test}
              onFillIn={tested.view === "form" ? fillIn : undefined}
            />
          )}
        </section>
      </div>
    </section>
  );
}
