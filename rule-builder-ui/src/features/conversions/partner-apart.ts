import type { TestedEvent } from "../rule-tester/use-tested-event.ts";

const PARTNER = "partnerId";

/** The form of an event without its partner, who is chosen by name beside it. What is edited keeps the partner. */
export function partnerApart(tested: TestedEvent): TestedEvent {
  const { [PARTNER]: partner, ...fields } = tested.form.fields;
  return {
    ...tested,
    form: { ...tested.form, fields },
    editForm: (change) =>
      tested.editForm(
        change.fields === undefined || partner === undefined
          ? change
          : { ...change, fields: { ...change.fields, [PARTNER]: partner } },
      ),
    added: new Set([...tested.added].filter((key) => key !== PARTNER)),
  };
}
