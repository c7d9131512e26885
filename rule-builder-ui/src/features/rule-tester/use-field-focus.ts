import { factOf, paramName } from "@firstmatch/shared-types";
import { useEffect, useRef, useState } from "react";
import { withAskedRows, withNewRow } from "./event-form.ts";
import { ITEM_LINES, PARAMETER } from "./MoreFacts.tsx";
import type { TestedEvent } from "./use-tested-event.ts";

interface Place {
  fact: string;
  item: number | null;
}

/** Brings facts into the form and the keyboard to their fields. */
export function useFieldFocus(tested: TestedEvent, askedParams: readonly string[]) {
  const root = useRef<HTMLElement>(null);
  const [wanted, setWanted] = useState<Place | null>(null);

  useEffect(() => {
    if (wanted === null) return;
    const fields = [...(root.current?.querySelectorAll<HTMLElement>("[data-fact]") ?? [])];
    const ofFact = fields.filter((field) => field.dataset.fact === wanted.fact);
    (ofFact[wanted.item ?? 0] ?? ofFact[0])?.focus();
  }, [wanted]);

  const { form, editForm, addFacts } = tested;
  const rows = withAskedRows(form.params, askedParams);

  /** @param key a fact's, ITEM_LINES or PARAMETER */
  const addField = (key: string) => {
    if (key === PARAMETER) return editForm({ params: withNewRow(rows) });
    if (key === ITEM_LINES) {
      editForm({ items: [...form.items, {}] });
      return setWanted({ fact: "itemSku", item: form.items.length });
    }
    addFacts([key]);
    setWanted({ fact: key, item: null });
  };

  /** Takes the tester to the field of a fact that a condition missed. */
  const fillIn = (fact: string, item: number | null) => {
    // A rule about items missed because the order carries none.
    if (fact === "items") return addField(ITEM_LINES);
    const name = paramName(fact);
    if (name !== undefined) {
      if (!rows.some((row) => row.name === name)) editForm({ params: withNewRow(rows, name) });
    } else if (factOf(fact)?.itemField !== undefined) {
      if (form.items.length === 0) editForm({ items: [{}] });
    } else addFacts([fact]);
    setWanted({ fact, item });
  };

  return { root, addField, fillIn };
}
