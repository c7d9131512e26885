import {
  type FactDefinition,
  factOf,
  leavesOf,
  PAST_FACTS,
  type Payout,
  type PersonalPayout,
  paramName,
  type TermsEvent,
} from "@firstmatch/shared-types";
import { EVENT_FACTS } from "./event-form.ts";

/** What the form of one event type asks for first. */
export interface FactsInUse {
  /** Fields of the event, the moment first, then in the order of the catalogue. */
  fields: FactDefinition[];
  /** Whether item lines can change the answer. */
  items: boolean;
  /** The names of `params` that rules ask for. */
  params: string[];
  /** What rules ask of the partner's past. */
  past: FactDefinition[];
  /** Whether a rule pays the revenue share of the partner's profile. */
  revenueShare: boolean;
}

/**
 * The facts that the rules of an event type look at, and those that its payouts are worked out from. The partner is
 * always among them: it decides which personal payouts are tried.
 */
export function factsInUse(
  event: TermsEvent | undefined,
  personal: readonly PersonalPayout[],
  hasCoupons = false,
): FactsInUse {
  const rules = [...personal, ...(event?.personal ?? []), ...(event?.groups ?? [])];
  const payouts = [event?.default.payout, ...rules.map((rule) => rule.event.params.payout)].filter(
    (payout) => payout !== undefined,
  );
  const asked = new Set(rules.flatMap((rule) => leavesOf(rule.conditions).map((leaf) => leaf.fact)));
  const keys = new Set(["partnerId", "occurredAt", ...asked, ...payouts.flatMap((payout) => keysFor(payout))]);
  const facts = [...keys].map((key) => factOf(key)).filter((fact) => fact !== undefined);
  if (hasCoupons || rules.some((rule) => "couponCode" in rule)) keys.add("promoCode");
  const items =
    event?.level === "item" ||
    facts.some((fact) => fact.itemField !== undefined) ||
    payouts.some((payout) => payout.goals?.length);
  if (items) keys.add("orderDiscount");
  return {
    fields: EVENT_FACTS.filter((fact) => keys.has(fact.key)),
    items,
    params: facts.map((fact) => paramName(fact.key)).filter((name) => name !== undefined),
    past: PAST_FACTS.filter((fact) => keys.has(fact.key)),
    revenueShare: payouts.some((payout) => payout.overrideRevenueShare === false),
  };
}

/** The fields that a payout is worked out from. */
function keysFor(payout: Payout): string[] {
  const commissions = [payout, ...(payout.goals ?? [])].flatMap((rule) => [
    rule.partner,
    rule.platform,
    rule.advertiser,
  ]);
  return [
    ...(commissions.some((commission) => commission?.percent !== undefined) ? ["orderTotal", "orderSubtotal"] : []),
    ...(payout.model === "CPC" ? ["clicks"] : []),
    ...(payout.model === "CPM" ? ["impressions"] : []),
    ...((payout.postback?.mode ?? "ignored") === "ignored" ? [] : ["postbackPayout"]),
  ];
}
