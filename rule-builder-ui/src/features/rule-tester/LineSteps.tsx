import { type Calculation, type DecisionLine, formatAmount } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { type AnswerContext, lineName, paidLineName, ruleName } from "./decision-words.ts";
import styles from "./rule-tester.module.css";

interface Props {
  calculation: readonly Calculation[];
  /** One for each calculation, or none where the order was paid as a whole. */
  lines: readonly DecisionLine[];
  context: AnswerContext;
}

/** How each line's amount came about, a sentence a step. */
export function LineSteps({ calculation, lines, context: { event, currency } }: Props) {
  const goals = lines.some((line) => line.goal !== null);
  return calculation.map(({ item, goal, steps }, at) => {
    const line = lines[at];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes, so its lines keep their places
      <div key={at} className={styles.steps}>
        {(line !== undefined || calculation.length > 1) && (
          <Text fw={600} size="sm">
            {line === undefined ? lineName(item, event) : paidLineName(line, event, goals)}
            {goal !== null && `, goal ${goal}`}
            {line !== undefined && !goals && ` — ${ruleName(line.match)}`}
          </Text>
        )}
        {steps.length === 0 ? (
          <Text size="sm">Nothing is paid.</Text>
        ) : (
          <ol>
            {steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={index}>{step}</li>
            ))}
          </ol>
        )}
        {line !== undefined && (
          <Text size="sm" c="dimmed">
            {[
              line.base !== null && `Base ${formatAmount(line.base, currency)}`,
              `payout ${formatAmount(line.payout, currency)}`,
              `platform fee ${formatAmount(line.platformFee, currency)}`,
              `advertiser cost ${formatAmount(line.advertiserCost, currency)}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        )}
      </div>
    );
  });
}
