import { describe, expect, it } from "vitest";
import { emptyForm } from "../rule-tester/event-form.ts";
import type { TestedEvent } from "../rule-tester/use-tested-event.ts";
import { partnerApart } from "./partner-apart.ts";

const edited = (fields: Record<string, unknown>) => {
  const edits: unknown[] = [];
  const tested = {
    form: { ...emptyForm(), fields },
    added: new Set(["partnerId", "orderId"]),
    editForm: (change: unknown) => edits.push(change),
  } as unknown as TestedEvent;
  return { edits, apart: partnerApart(tested) };
};

describe("a form whose partner is chosen beside it", () => {
  it("does not show the partner, and keeps it when something else is edited", () => {
    const { edits, apart } = edited({ partnerId: "p-7", orderId: "o-1" });
    expect(apart.form.fields).toEqual({ orderId: "o-1" });
    expect([...apart.added]).toEqual(["orderId"]);
    apart.editForm({ fields: { orderId: "o-2" } });
    apart.editForm({ items: [{}] });
    expect(edits).toEqual([{ fields: { orderId: "o-2", partnerId: "p-7" } }, { items: [{}] }]);
  });

  it("names nobody where nobody is chosen", () => {
    const { edits, apart } = edited({});
    apart.editForm({ fields: { orderId: "o-2" } });
    expect(edits).toEqual([{ fields: { orderId: "o-2" } }]);
  });
});
