import type { Terms, VersionSummary } from "@firstmatch/shared-types";
import { Badge, Group, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useId, useMemo, useRef, useState } from "react";
import { AnswerColumn } from "./AnswerColumn.tsx";
import { amountOrStatus, ruleName } from "./decision-words.ts";
import { EventTools } from "./EventTools.tsx";
import { EventViews } from "./EventViews.tsx";
import type { Loose } from "./event-form.ts";
import { byPointer, eventFaults, pastFaults, REVENUE_SHARE, sentenceOf } from "./faults.ts";
import { PastFields, pastShown } from "./PastFields.tsx";
import styles from "./rule-tester.module.css";
import { SavedTests } from "./SavedTests.tsx";
import { answerToSave, comparedWithSaved, type SavedTest } from "./saved-tests.ts";
import { changedSince, partnerIn, type Question, questionedDraft, sameEvent, simulateBody } from "./simulation.ts";
import { TestBar } from "./TestBar.tsx";
import { type Sources, useAnswer } from "./use-answer.ts";
import { useFieldFocus } from "./use-field-focus.ts";
import { useFormFit } from "./use-form-fit.ts";
import { type OnHighlight, useHighlight } from "./use-highlight.ts";
import { useSavedTests } from "./use-saved-tests.ts";
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
  const formId = useId();
  const answerHeading = useRef<HTMLHeadingElement>(null);
  const [against, setAgainst] = useState<number | "draft">("draft");
  const [revenueShare, setRevenueShare] = useState("");
  const [past, setPast] = useState<Loose>({});
  const tested = useTestedEvent(eventType);
  const { event } = tested;
  const fit = useFormFit({ ...props, against, event });
  const { root, addField, fillIn } = useFieldFocus(tested, fit.inUse.params);
  const { outcome, isPending, failure, ask } = useAnswer(props);

  const [savedTests, setSavedTests] = useSavedTests(program, eventType);
  const [loaded, setLoaded] = useState<SavedTest | null>(null);

  const draft = useMemo(() => questionedDraft(document, eventType), [document, eventType]);
  const question: Question | null = event && { event, eventType, against, revenueShare, past, draft };
  const test = () => question !== null && ask(question, document);
  const changed =
    outcome && (question ? changedSince(outcome.asked, question) : "The event has changed since this answer");
  const decision = outcome?.kind === "decided" ? outcome.decision : null;
  const standing = changed === null ? decision : null;
  const fitsList = outcome?.asked.against === "draft" && standing?.eventType === eventType;
  useHighlight(fitsList ? standing : null, onHighlight);
  const isLoaded =
    loaded !== null &&
    outcome !== null &&
    sameEvent(loaded.event, outcome.asked.event) &&
    sameEvent(loaded.past ?? {}, outcome.asked.past);

  const pastFields = pastShown(fit.inUse.past, tested.added, past);
  const [settled] = useDebouncedValue(event, TYPING_MS);
  const [settledPast] = useDebouncedValue(past, TYPING_MS);
  const refusal = outcome?.kind === "refused" && changed === null ? outcome : null;
  const faults = byPointer(
    settled === null ? [] : eventFaults(settled),
    pastFaults(settledPast),
    refusal?.problem.errors ?? [],
  );
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
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={2} size="h4" id={heading}>
            Rule tester
          </Title>
          <Badge color="gray">{fit.level === "item" ? "Item level" : "Order level"}</Badge>
        </Group>
        <SavedTests
          tests={savedTests}
          onChange={setSavedTests}
          current={event && { event, revenueShare, past, expected: standing && answerToSave(standing) }}
          onLoad={(test) => {
            tested.load(test.event);
            setRevenueShare(test.revenueShare);
            setPast(test.past ?? {});
            setLoaded(test);
          }}
        />
      </Group>
      <TestBar
        form={formId}
        disabled={event === null}
        isPending={isPending}
        summary={standing && { amount: amountOrStatus(standing), rule: ruleName(standing.match) }}
        onShowAnswer={() => {
          answerHeading.current?.scrollIntoView({ block: "start" });
          answerHeading.current?.focus({ preventScroll: true });
        }}
      />
      <div className={styles.columns}>
        <form
          id={formId}
          className={styles.question}
          aria-label="Test conversion"
          noValidate
          onSubmit={(submitted) => {
            submitted.preventDefault();
            test();
          }}
        >
          <VersionSelect {...{ documentName, versions, against }} timezone={fit.timezone} onChange={setAgainst} />
          <EventViews
            {...{ tested, fit, eventType, faults }}
            pastShown={pastFields.map(({ key }) => key)}
            onAddField={addField}
          />
          {pastFields.length > 0 && (
            <PastFields
              {...{ past, fit, faults }}
              shown={pastFields}
              onChange={setPast}
              hasPartner={event === null || partnerIn(event) !== undefined}
            />
          )}
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
          <EventTools
            {...{ program, event, eventType }}
            question={
              question !== null && Object.keys(past).length > 0 ? () => simulateBody(fit.asked(), question) : null
            }
            onLoad={tested.load}
          />
        </form>
        <AnswerColumn
          {...{ outcome, isPending, failure, changed }}
          headingRef={answerHeading}
          compared={isLoaded && standing ? comparedWithSaved(loaded, standing) : null}
          onTestAgain={test}
          onFillIn={tested.view === "form" ? fillIn : undefined}
        />
      </div>
    </section>
  );
}
