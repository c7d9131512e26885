import { type FactDefinition, PAST_FACTS } from "@firstmatch/shared-types";
import { Text } from "@mantine/core";
import { type Loose, withField } from "./event-form.ts";
import { FactField } from "./FactField.tsx";
import { type FaultsByPointer, pastPointer, sentenceOf } from "./faults.ts";
import styles from "./rule-tester.module.css";
import type { FormFit } from "./use-form-fit.ts";

/** What is shown of the partner's past: what rules ask, what was added by hand, what carries a value. */
export const pastShown = (inUse: readonly FactDefinition[], added: ReadonlySet<string>, past: Loose) =>
  PAST_FACTS.filter((fact) => inUse.includes(fact) || added.has(fact.key) || Object.hasOwn(past, fact.key));

/** The heading says already whose it is. */
const shortLabel = ({ label }: FactDefinition) => sentenceOf(label.replace(/^Partner's /, ""));

interface Props {
  shown: readonly FactDefinition[];
  past: Loose;
  onChange: (past: Loose) => void;
  hasPartner: boolean;
  fit: FormFit;
  faults: FaultsByPointer;
}

/** What the partner reached before the event. Made up here, since nothing is recorded for a test. */
export function PastFields({ shown, past, onChange, hasPartner, fit, faults }: Props) {
  const { suggestions, currency, timezone } = fit;
  return (
    <fieldset className={styles.section}>
      <legend>Partner's past</legend>
      <Text size="sm" c="dimmed">
        {hasPartner
          ? "Made up for this test. A conversion is decided by what was recorded of its partner before it."
          : "Counts once a partner is named."}
      </Text>
      <div className={styles.fields}>
        {shown.map((fact) => {
          const fault = faults.get(pastPointer(fact.key));
          return (
            <FactField
              key={fact.key}
              {...{ fact, currency, timezone }}
              label={shortLabel(fact)}
              whenEmpty="not known"
              value={past[fact.key]}
              onChange={(typed) => onChange(withField(past, fact.key, typed))}
              suggestions={suggestions.get(fact.key) ?? []}
              error={fault && sentenceOf(fault)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
