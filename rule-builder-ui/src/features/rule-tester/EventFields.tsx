import type { FactDefinition } from "@firstmatch/shared-types";
import { EVENT_FACTS, type EventForm, withAskedRows, withField } from "./event-form.ts";
import { FactField } from "./FactField.tsx";
import type { FactsInUse } from "./facts-in-use.ts";
import { type FaultsByPointer, fieldPointer, PARTNER_ID, sentenceOf } from "./faults.ts";
import { ItemLines } from "./ItemLines.tsx";
import { ITEM_LINES, MoreFacts } from "./MoreFacts.tsx";
import { ParamRows } from "./ParamRows.tsx";
import styles from "./rule-tester.module.css";
import type { Suggestions } from "./suggestions.ts";

interface Props {
  form: EventForm;
  onEdit: (change: Partial<EventForm>) => void;
  inUse: FactsInUse;
  /** Keys of facts that were added by hand. */
  added: ReadonlySet<string>;
  /** A fact's key, ITEM_LINES or PARAMETER. */
  onAdd: (key: string) => void;
  /** Keys of what is shown of the partner's past, apart. */
  pastShown: readonly string[];
  suggestions: Suggestions;
  faults: FaultsByPointer;
  currency: string;
  timezone: string;
}

/** The facts that the form shows as fields: those the rules use, those added by hand, those that carry a value. */
export const fieldsShown = (form: EventForm, inUse: FactsInUse, added: ReadonlySet<string>): FactDefinition[] =>
  EVENT_FACTS.filter(
    (fact) => inUse.fields.includes(fact) || added.has(fact.key) || Object.hasOwn(form.fields, fact.key),
  );

/** The form of an event, made from the fact catalogue and fitted to the rules. */
export function EventFields({ form, onEdit, inUse, added, onAdd, pastShown, suggestions, faults, ...clock }: Props) {
  const { currency, timezone } = clock;
  const fields = fieldsShown(form, inUse, added);
  const withItems = inUse.items || form.items.length > 0 || added.has(ITEM_LINES);
  const rows = withAskedRows(form.params, inUse.params);
  const faultOf = (key: string) => {
    const fault = faults.get(fieldPointer(key)) ?? (key === "partnerId" ? faults.get(PARTNER_ID) : undefined);
    return fault && sentenceOf(fault);
  };
  return (
    <>
      <div className={styles.fields}>
        {fields.map((fact) => (
          <FactField
            key={fact.key}
            {...{ fact, currency, timezone }}
            value={form.fields[fact.key]}
            onChange={(typed) => onEdit({ fields: withField(form.fields, fact.key, typed) })}
            suggestions={suggestions.get(fact.key) ?? []}
            error={faultOf(fact.key)}
          />
        ))}
      </div>
      {withItems && (
        <ItemLines
          {...{ suggestions, faults, currency, timezone }}
          items={form.items}
          onChange={(items) => onEdit({ items })}
        />
      )}
      {rows.length > 0 && <ParamRows {...{ rows, suggestions, faults }} onChange={(params) => onEdit({ params })} />}
      <MoreFacts
        shown={new Set([...fields.map((fact) => fact.key), ...(withItems ? [ITEM_LINES] : []), ...pastShown])}
        onAdd={onAdd}
      />
    </>
  );
}
