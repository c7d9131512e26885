import type { Edit, Payout } from "@firstmatch/shared-types";
import { toInstant } from "../../components/local-time.ts";
import type { When } from "../../components/NowOrLater.tsx";

/** What the dialog offers; "activate" and "deactivate" are one kind of edit with two values. */
export const CHOICES = {
  move: { group: "Members", label: "Move to other terms" },
  activate: { group: "Members", label: "Activate" },
  deactivate: { group: "Members", label: "Deactivate" },
  dates: { group: "Members", label: "Change dates" },
  "personal-payout": { group: "Personal payouts", label: "Give or change a personal payout" },
  "remove-personal-payout": { group: "Personal payouts", label: "Remove personal payouts" },
  "activate-codes": { group: "Promo codes", label: "Activate promo codes" },
  "deactivate-codes": { group: "Promo codes", label: "Deactivate promo codes" },
  "code-dates": { group: "Promo codes", label: "Change dates of promo codes" },
  "reissue-codes": { group: "Promo codes", label: "Re-issue promo codes" },
  "activate-links": { group: "Links", label: "Activate links" },
  "deactivate-links": { group: "Links", label: "Deactivate links" },
} as const;
export type Choice = keyof typeof CHOICES;

/** What happens to one end of the dates. */
export interface DateEdit {
  mode: "stays" | "none" | "at";
  /** On the program's clocks. */
  local: string;
}

/** Everything that was typed, also for choices that are not the one at the moment, so that none of it gets lost. */
export interface EditDraft {
  choice: Choice | null;
  /** Null: the program's default terms. */
  terms: string | null;
  when: When;
  later: string;
  from: DateEdit;
  until: DateEdit;
  eventType: string | null;
  title: string;
  payout: Payout;
  pattern: string;
  oldCode: "stops" | "runs-out";
  oldUntil: string;
}

const STAYS: DateEdit = { mode: "stays", local: "" };

export const emptyDraft = (pattern: string): EditDraft => ({
  choice: null,
  terms: null,
  when: "now",
  later: "",
  from: STAYS,
  until: STAYS,
  eventType: null,
  title: "",
  payout: { model: "CPS", partner: { percent: "" } },
  pattern,
  oldCode: "stops",
  oldUntil: "",
});

/** The edit as it is sent; undefined while something that it needs is not chosen yet. */
export function editOf(draft: EditDraft, timezone: string): Edit | undefined {
  const { choice, terms, when, later, eventType, title, payout, pattern, oldCode, oldUntil } = draft;
  const dates = { ...dateOf("from", draft.from, timezone), ...dateOf("until", draft.until, timezone) };
  const changesDates = Object.keys(dates).length > 0;
  switch (choice) {
    case null:
      return undefined;
    case "move":
      return { kind: "move", terms, ...(when === "later" && { termsFrom: toInstant(later, timezone) }) };
    case "activate":
    case "deactivate":
      return { kind: "status", active: choice === "activate" };
    case "dates":
      return changesDates ? { kind: "dates", ...dates } : undefined;
    case "personal-payout":
      return eventType === null ? undefined : { kind: "personal-payout", eventType, title: title.trim(), payout };
    case "remove-personal-payout":
      return eventType === null ? undefined : { kind: "remove-personal-payout", eventType };
    case "activate-codes":
    case "deactivate-codes":
      return { kind: "codes", active: choice === "activate-codes" };
    case "code-dates":
      return changesDates ? { kind: "code-dates", ...dates } : undefined;
    case "reissue-codes":
      return {
        kind: "reissue-codes",
        pattern,
        ...(oldCode === "runs-out" && { oldUntil: toInstant(oldUntil, timezone) }),
      };
    case "activate-links":
    case "deactivate-links":
      return { kind: "links", active: choice === "activate-links" };
  }
}

const dateOf = (end: "from" | "until", { mode, local }: DateEdit, timezone: string) =>
  mode === "stays" ? {} : { [end]: mode === "none" ? null : toInstant(local, timezone) };
