import type { PersonalPayout, Terms } from "@firstmatch/shared-types";
import type { Loose } from "./event-form.ts";

/** The body of POST /simulate. */
export interface SimulateBody {
  terms: Terms;
  partner?: { id: string; revenueShare?: string; past?: Loose };
  event: Loose;
}

/** What was asked, so that an answer can be told apart from what stands on the screen by now. */
export interface Question {
  event: Loose;
  eventType: string;
  revenueShare: string;
  /** What the partner is said to have reached, by fact key. */
  past: Loose;
  /** A published version, or the draft. */
  against: number | "draft";
  /** The part of the draft that can change the answer, as text. */
  draft: string;
}

export const questionedDraft = (terms: Terms, eventType: string): string =>
  JSON.stringify([terms.currency, terms.timezone, terms.rounding, terms.events.find(({ type }) => type === eventType)]);

/** Whether two events say the same, in whatever order. */
export const sameEvent = (one: Loose, other: Loose): boolean => inOrder(one) === inOrder(other);

const inOrder = (event: Loose): string =>
  JSON.stringify(event, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );

/** In words, what has changed since the question was asked; null while its answer still stands. */
export function changedSince(asked: Question, now: Question): string | null {
  if (asked.against !== now.against) return "Another version is chosen since this answer";
  if (asked.against === "draft" && asked.draft !== now.draft) return "The draft has changed since this answer";
  if (!sameEvent(asked.event, now.event)) return "The event has changed since this answer";
  if (asked.revenueShare !== now.revenueShare) return "The revenue share has changed since this answer";
  if (!sameEvent(asked.past, now.past)) return "The partner's past has changed since this answer";
  return null;
}

/** Personal payouts are stored by themselves; a document that is simulated carries them. */
export function withPersonal(terms: Terms, eventType: string, stored: readonly PersonalPayout[]): Terms {
  if (stored.length === 0) return terms;
  const ids = new Set(stored.map(({ id }) => id));
  const events = terms.events.map((event) =>
    event.type === eventType
      ? { ...event, personal: [...stored, ...(event.personal ?? []).filter(({ id }) => !ids.has(id))] }
      : event,
  );
  return { ...terms, events };
}

const textIn = (event: Loose, key: string): string | undefined => {
  const value = event[key];
  return typeof value === "string" && value !== "" ? value : undefined;
};
export const partnerIn = (event: Loose) => textIn(event, "partnerId");
export const couponIn = (event: Loose) => textIn(event, "promoCode");

/** Share and past are a named partner's; without one they are not sent. */
export function simulateBody(
  terms: Terms,
  { event, revenueShare, past }: Pick<Question, "event" | "revenueShare" | "past">,
): SimulateBody {
  const id = partnerIn(event);
  const known = { ...(revenueShare !== "" && { revenueShare }), ...(Object.keys(past).length > 0 && { past }) };
  return { terms, ...(id !== undefined && { partner: { id, ...known } }), event };
}
