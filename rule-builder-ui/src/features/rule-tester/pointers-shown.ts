import { type FactDefinition, PAST_FACTS } from "@firstmatch/shared-types";
import { type EventForm, ITEM_FACTS } from "./event-form.ts";
import { fieldPointer, itemPointer, PARTNER_ID, paramPointer, pastPointer, REVENUE_SHARE } from "./faults.ts";

/** Whether a fault has a field of the form that shows it. */
export function pointersShown(fields: readonly FactDefinition[], { items, params }: EventForm) {
  const shown = new Set([
    PARTNER_ID,
    REVENUE_SHARE,
    ...PAST_FACTS.map((fact) => pastPointer(fact.key)),
    ...fields.map((fact) => fieldPointer(fact.key)),
    ...items.flatMap((_, at) => ITEM_FACTS.map((fact) => itemPointer(at, fact.itemField ?? ""))),
    ...params.map((row) => paramPointer(row.name)),
  ]);
  // What is wrong with the terms is said with the answer, not with the event.
  return (pointer: string): boolean => shown.has(pointer) || pointer.startsWith("/terms");
}
