import { Edit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { CHOICES, type Choice, type EditDraft, editOf, emptyDraft } from "./edit-draft.ts";

const ZONE = "America/New_York";
const NOON = "2026-12-01T12:00";
const draft = (change: Partial<EditDraft>): EditDraft => ({ ...emptyDraft("{NAME}{NN}"), ...change });

describe("a bulk edit, as it was typed", () => {
  it.each<[string, Partial<EditDraft>, unknown]>([
    ["a move now", { choice: "move", terms: "gold", later: NOON }, { kind: "move", terms: "gold" }],
    [
      "a move later, on the program's clocks",
      { choice: "move", terms: null, when: "later", later: NOON },
      { kind: "move", terms: null, termsFrom: "2026-12-01T12:00:00-05:00" },
    ],
    ["members on", { choice: "activate" }, { kind: "status", active: true }],
    ["members off", { choice: "deactivate" }, { kind: "status", active: false }],
    [
      "dates: only what changes",
      { choice: "dates", until: { mode: "none", local: NOON } },
      { kind: "dates", until: null },
    ],
    [
      "dates of codes",
      { choice: "code-dates", from: { mode: "at", local: NOON } },
      { kind: "code-dates", from: "2026-12-01T12:00:00-05:00" },
    ],
    [
      "a personal payout",
      {
        choice: "personal-payout",
        eventType: "sale",
        title: " Autumn ",
        payout: { model: "CPS", partner: { percent: "15" } },
      },
      {
        kind: "personal-payout",
        eventType: "sale",
        title: "Autumn",
        payout: { model: "CPS", partner: { percent: "15" } },
      },
    ],
    [
      "no personal payout any more",
      { choice: "remove-personal-payout", eventType: "sale" },
      { kind: "remove-personal-payout", eventType: "sale" },
    ],
    ["codes off", { choice: "deactivate-codes" }, { kind: "codes", active: false }],
    ["new codes, the old ones stop", { choice: "reissue-codes" }, { kind: "reissue-codes", pattern: "{NAME}{NN}" }],
    [
      "new codes, the old ones run out",
      { choice: "reissue-codes", pattern: "X{NNN}", oldCode: "runs-out", oldUntil: NOON },
      { kind: "reissue-codes", pattern: "X{NNN}", oldUntil: "2026-12-01T12:00:00-05:00" },
    ],
    ["links on", { choice: "activate-links" }, { kind: "links", active: true }],
  ])("%s", (_, typed, edit) => {
    expect(editOf(draft(typed), ZONE)).toEqual(edit);
    expect(Edit.safeParse(edit).success).toBe(true);
  });

  it.each<[string, Partial<EditDraft>]>([
    ["nothing is chosen", {}],
    ["dates all stay", { choice: "dates" }],
    ["dates of codes all stay", { choice: "code-dates" }],
    ["a personal payout has no event type", { choice: "personal-payout", title: "Autumn" }],
    ["a removal has no event type", { choice: "remove-personal-payout" }],
  ])("is none while %s", (_, typed) => expect(editOf(draft(typed), ZONE)).toBeUndefined());

  it("is understood for every choice that is offered", () => {
    const full = { eventType: "sale", title: "Autumn", until: { mode: "none", local: "" } } as const;
    const payout = { model: "CPA", partner: { fixed: "5" } } as const;
    for (const choice of Object.keys(CHOICES) as Choice[])
      expect(Edit.safeParse(editOf(draft({ choice, ...full, payout }), ZONE)).success, choice).toBe(true);
  });
});
