import { type Decision, formatAmount, formatDate } from "@firstmatch/shared-types";
import { Alert, Badge, Button, Group, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconBan, IconCircleCheck, IconEyeOff, IconGauge, IconRefresh } from "@tabler/icons-react";
import { CopyButton } from "../../components/CopyButton.tsx";
import { toLocal } from "../../components/local-time.ts";
import { type AnswerContext, partnerWords, ruleName, STATUS_WORDS, statusSentence } from "./decision-words.ts";
import { LineSteps } from "./LineSteps.tsx";
import styles from "./rule-tester.module.css";
import { Trace } from "./Trace.tsx";

interface Props {
  decision: Decision;
  context: AnswerContext;
  /** How it compares with the answer of the saved test that was loaded; null when none was. */
  compared: { same: boolean; words: string } | null;
  /** What has changed since, in words; null while the answer still stands. */
  changed: string | null;
  onTestAgain: () => void;
  /** Takes the tester to the field of a fact that the event does not carry. */
  onFillIn: ((fact: string, item: number | null) => void) | undefined;
}

const STATUS_ICONS = { payable: IconCircleCheck, kpi: IconGauge, rejected: IconBan };

/** The decision: the amounts, the rule that won, how the amounts came about, and every rule that was asked. */
export function Answer({ decision, context, compared, changed, onTestAgain, onFillIn }: Props) {
  const { status, currency, match, visibility, notes = [] } = decision;
  const { word, color } = STATUS_WORDS[status];
  const StatusIcon = STATUS_ICONS[status];
  const sentence = statusSentence(decision);
  return (
    <div className={styles.answer} data-stale={changed !== null}>
      {changed !== null && (
        <Alert color="yellow" icon={<IconRefresh />} py="xs">
          <Group justify="space-between" gap="xs">
            <Text size="sm">{changed} — test again.</Text>
            <Button size="compact-sm" variant="default" onClick={onTestAgain}>
              Test again
            </Button>
          </Group>
        </Alert>
      )}
      <div className={styles.verdict} data-status={status}>
        <Group gap="xs">
          <Badge size="lg" color={color} leftSection={<StatusIcon size={14} aria-hidden />}>
            {word}
          </Badge>
          {visibility === "private" && (
            <Badge size="lg" color="gray" leftSection={<IconEyeOff size={14} aria-hidden />}>
              Private: not shown to the partner
            </Badge>
          )}
        </Group>
        <dl className={styles.amounts}>
          <div className={styles.payout}>
            <dt>Payout to the partner</dt>
            <dd>{formatAmount(decision.payout, currency)}</dd>
          </div>
          <div>
            <dt>Platform fee</dt>
            <dd>{formatAmount(decision.platformFee, currency)}</dd>
          </div>
          <div>
            <dt>Advertiser cost</dt>
            <dd>{formatAmount(decision.advertiserCost, currency)}</dd>
          </div>
        </dl>
        <Text fw={600}>{ruleName(match)}</Text>
        {[sentence, ...notes].map(
          (said) =>
            said !== null && (
              <Text size="sm" key={said}>
                {said}
              </Text>
            ),
        )}
        <Text size="sm" c="dimmed">
          {circumstances(decision, context)}
        </Text>
        {compared !== null && (
          <span className={styles.state} data-state={compared.same ? "pass" : "fail"}>
            {compared.same ? <IconCircleCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
            {compared.words}
          </span>
        )}
      </div>
      {decision.calculation !== undefined && (
        <section>
          <Title order={3} size="h5">
            How the amount came about
          </Title>
          <LineSteps calculation={decision.calculation} lines={decision.lines} context={context} />
        </section>
      )}
      {decision.trace !== undefined && <Trace trace={decision.trace} context={context} onFillIn={onFillIn} />}
      <Group gap="xs">
        <CopyButton text={() => JSON.stringify(decision, null, 2)}>Copy decision as JSON</CopyButton>
      </Group>
    </div>
  );
}

/** For whom, as of when and on which document was decided: an answer that is shown around says so itself. */
function circumstances(decision: Decision, { timezone, document }: AnswerContext): string {
  const { occurredAt } = decision;
  return `${partnerWords(decision)} · as of ${formatDate(toLocal(occurredAt, timezone) ?? occurredAt)} (${timezone}) · ${document}`;
}
