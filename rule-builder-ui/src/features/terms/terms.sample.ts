import type { Draft, PayoutGroup, Terms, TermsEvent } from "@firstmatch/shared-types";

/** Small terms for tests: one event type with three groups, a, b and c. */

export const group = (id: string, more: Partial<PayoutGroup> = {}): PayoutGroup => ({
  id,
  name: `Group ${id}`,
  conditions: { all: [{ fact: "city", operator: "isAnyOf", value: [id] }] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "10" } } } },
  ...more,
});

export const sale = (groups: PayoutGroup[] = [group("a"), group("b"), group("c")]): TermsEvent => ({
  type: "sale",
  name: "Sale",
  level: "order",
  default: { payout: { model: "CPS", partner: { percent: "5" } } },
  groups,
});

export const terms = (...events: TermsEvent[]): Terms => ({
  schema: "firstmatch/terms@1",
  name: "Standard",
  currency: "USD",
  timezone: "America/New_York",
  events: events.length > 0 ? events : [sale()],
});

export const draft = (revision: number, document: Terms = terms()): Draft => ({
  revision,
  editedAt: "2026-11-20T10:00:00Z",
  terms: document,
});

export const groupIds = (document: Terms): string => (document.events[0]?.groups ?? []).map(({ id }) => id).join(" ");
