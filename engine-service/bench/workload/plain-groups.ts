import { type Condition, type DatedEvent, foldText, type Terms } from "@firstmatch/shared-types";
import { spanOf } from "#engine/domain/local-time";

/**
 * The same groups and events in the form that suits the peers best: texts folded, numbers and moments read, wildcards
 * said as "contains" or "starts with", all of it once, before anything is timed. Our own engine gets no such help.
 */
export interface PlainGroup {
  id: string;
  tests: PlainTest[];
}

export type PlainTest =
  | { is: "one-of"; fact: TextFact; values: string[] }
  /** Both ends included; absent: open. */
  | { is: "within"; fact: NumberFact; from?: number; to?: number }
  | { is: "containing" | "starting"; fact: TextFact; text: string };

type TextFact = Exclude<keyof PlainFacts, NumberFact>;
type NumberFact = "orderTotal" | "occurredAt";

/** Flat, a fact a field; moments in milliseconds since 1970. */
export interface PlainFacts {
  partnerId: string;
  promoCode: string;
  referralUrl: string;
  customerStatus: string;
  country: string;
  device: string;
  itemCategory: string;
  itemBrand: string;
  orderTotal: number;
  occurredAt: number;
}

export const plainGroups = ({ events, timezone }: Terms): PlainGroup[] =>
  (events[0]?.groups ?? []).map(({ id, conditions }) => ({
    id,
    tests: conditions.all.map((node) => plainTest(node as Condition, timezone)),
  }));

function plainTest({ fact, operator, value }: Condition, timezone: string): PlainTest {
  const texts = typeof value === "string" ? [value] : (value as readonly string[]);
  const [first, last] = texts as [string, string];
  if (operator === "isAnyOf") return { is: "one-of", fact: fact as TextFact, values: texts.map(foldText) };
  if (operator === "greaterThanInclusive") return { is: "within", fact: "orderTotal", from: Number(first) };
  if (operator === "between") {
    return fact === "occurredAt"
      ? { is: "within", fact, from: dayOf(first, timezone).from, to: dayOf(last, timezone).to - 1 }
      : { is: "within", fact: "orderTotal", from: Number(first), to: Number(last) };
  }
  if (operator === "matchesWildcard") {
    const is = first.startsWith("*") ? "containing" : "starting";
    return { is, fact: fact as TextFact, text: foldText(first.replaceAll("*", "")) };
  }
  throw new Error(`the generator made a condition that is not translated: ${fact} ${operator}`);
}

function dayOf(text: string, timezone: string) {
  const span = spanOf(text, timezone);
  if (span === undefined) throw new Error(`"${text}" is no day`);
  return span;
}

/** What is not sent is an empty text, which no group asks for. */
export function plainFacts(event: DatedEvent): PlainFacts {
  const fold = (text = "") => foldText(text);
  const item = event.items?.[0];
  return {
    partnerId: fold(event.partnerId),
    promoCode: fold(event.promoCode),
    referralUrl: fold(event.referralUrl),
    customerStatus: fold(event.customerStatus),
    country: fold(event.country),
    device: fold(event.device),
    itemCategory: fold(item?.category),
    itemBrand: fold(item?.brand),
    orderTotal: Number(event.orderTotal),
    occurredAt: Date.parse(event.occurredAt),
  };
}
