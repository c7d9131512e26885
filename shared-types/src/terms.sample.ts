import { parseTerms } from "./terms.ts";

/** Terms documents as tests build them: whole, but for what the test says. */

export type Json = Record<string, unknown>;

export const CPS = { model: "CPS", partner: { percent: "10" } };
export const condition = { fact: "orderTotal", operator: "greaterThanInclusive", value: "200" };
export const group = (over: Json = {}) => ({
  id: "g",
  name: "G",
  conditions: { all: [condition] },
  event: { type: "payout", params: { payout: CPS } },
  ...over,
});
export const paying = (payout: unknown) => group({ event: { type: "payout", params: { payout } } });
export const asking = (...all: unknown[]) => group({ conditions: { all } });
export const personal = (over: Json = {}) => ({
  id: "p",
  title: "P",
  partners: ["p-7"],
  conditions: { all: [] },
  event: { type: "payout", params: { payout: CPS } },
  ...over,
});
export const saleWith = (over: Json = {}) => ({
  type: "sale",
  name: "Sale",
  level: "order",
  default: { payout: CPS },
  ...over,
});
export const termsWith = (event: Json, over: Json = {}) => ({
  schema: "firstmatch/terms@1",
  name: "T",
  currency: "USD",
  timezone: "UTC",
  events: [event],
  ...over,
});

export const faultsIn = (document: unknown) => {
  const parsed = parseTerms(document);
  return parsed.ok ? [] : parsed.faults;
};
