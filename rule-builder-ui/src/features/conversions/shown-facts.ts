import { factOf, formatAmount, formatNumber, POSTBACK_PARAMETERS } from "@firstmatch/shared-types";
import { actualWords } from "../rule-tester/decision-words.ts";
import { EVENT_FACTS } from "../rule-tester/event-form.ts";

export interface ShownFact {
  key: string;
  label: string;
  value: string;
}

interface Shown {
  currency: string;
  timezone: string;
}

/** The facts that an event carries, in the order of the catalogue, in the words of their kinds; its params at the end. */
export function factsOf(event: Record<string, unknown>, context: Shown): ShownFact[] {
  const params = Object.entries((event.params ?? {}) as Record<string, unknown>);
  return [
    ...EVENT_FACTS.filter(({ key }) => event[key] !== undefined).map(({ key }) => [key, event[key]] as const),
    ...params.map(([name, value]) => [`params.${name}`, value] as const),
  ].map(([key, value]) => ({ key, label: factOf(key)?.label ?? key, value: actualWords(key, value, context) }));
}

/** Each item line in words: `2 × Trail shoe, S1, Shoes: $180.00`. */
export const itemsOf = (event: Record<string, unknown>, currency: string): string[] =>
  (Array.isArray(event.items) ? event.items : []).map((item: Record<string, string | undefined>) =>
    itemWords(item, currency),
  );

function itemWords(item: Record<string, string | undefined>, currency: string): string {
  const { quantity, name, sku, category, brand, amount } = item;
  const what = [name, sku, category, brand].filter(Boolean).join(", ") || "Item";
  const count = quantity === undefined ? "" : `${formatNumber(quantity)} × `;
  return `${count}${what}${amount === undefined ? "" : `: ${formatAmount(amount, currency)}`}`;
}

/** The fields that came in, as the event names them; a postback came as a list of parameters, which have names of their own. */
export function sentFields(input: unknown): ReadonlySet<string> {
  if (!Array.isArray(input)) return new Set(Object.keys(input ?? {}));
  const names = new Set(input.map((parameter: { name?: unknown }) => parameter.name));
  const sent = POSTBACK_PARAMETERS.filter(({ name, alias }) => names.has(name) || names.has(alias));
  return new Set(sent.map(({ field }) => field));
}
