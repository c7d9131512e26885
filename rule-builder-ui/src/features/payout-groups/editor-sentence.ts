import {
  type Conditions,
  criteriaSentence,
  type EventSetup,
  effectiveSetup,
  type Payout,
  payoutSentence,
  type Sentence,
} from "@firstmatch/shared-types";

interface Spoken {
  payout: Payout;
  setup: EventSetup | undefined;
  inherited: EventSetup | undefined;
  currency: string;
  level: "order" | "item";
}

/** What a rule pays: `Pays 15 % of the order`, or for a KPI `Tracked, not paid`. */
export function paysSentence({ payout, setup, inherited, currency, level }: Spoken): Sentence {
  const effective = effectiveSetup(setup, inherited);
  return effective.classification === "kpi"
    ? [{ text: "Tracked, not paid" }]
    : [{ text: "Pays " }, ...payoutSentence(payout, { currency, level, setup: effective })];
}

/** What a rule pays, and when. */
export const ruleSentence = (spoken: Spoken, conditions: Conditions, whenEmpty: string): Sentence => [
  ...paysSentence(spoken),
  ...(conditions.all.length === 0
    ? [{ text: ` ${whenEmpty}` }]
    : [{ text: " when " }, ...criteriaSentence(conditions, { currency: spoken.currency })]),
  { text: "." },
];
