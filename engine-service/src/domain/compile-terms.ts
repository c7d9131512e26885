import { foldText, type Terms } from "@firstmatch/shared-types";
import { EventRules } from "./event-rules.ts";
import { type PersonalRule, personalRule } from "./rule.ts";

/** Where the personal payouts of an event type are looked up: inside the document, or in the store's memory. */
export interface PersonalPayouts {
  /** In the order in which they are tried. */
  ofPartner(eventType: string, partnerId: string): readonly PersonalRule[];
}

export interface DocumentPayouts extends PersonalPayouts {
  /** @param code folded, see foldText */
  byCoupon(eventType: string, code: string): PersonalRule | undefined;
}

export interface CompiledTerms {
  terms: Terms;
  events: ReadonlyMap<string, EventRules>;
  /** The personal payouts that the document itself carries. */
  personal: DocumentPayouts;
}

/** Made once per document, not per event: reads every expected value. */
export function compileTerms(terms: Terms): CompiledTerms {
  const steps = compileInSteps(terms);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps of some microseconds, so that whoever has to answer meanwhile can be let in between. */
export function* compileInSteps(terms: Terms): Generator<void, CompiledTerms> {
  const events = new Map<string, EventRules>();
  for (const event of terms.events) events.set(event.type, yield* EventRules.inSteps(event, terms));
  return { terms, events, personal: payoutsIn(terms) };
}

function payoutsIn(terms: Terms): DocumentPayouts {
  const personal = new Map(
    terms.events.map((event) => [
      event.type,
      (event.personal ?? []).map((payout) => personalRule(payout, event, terms)),
    ]),
  );
  const byCoupon = new Map(
    terms.events.flatMap((event) =>
      (event.personal ?? []).flatMap((payout, at) =>
        payout.couponCode === undefined || payout.enabled === false
          ? []
          : [[couponKey(event.type, foldText(payout.couponCode)), personal.get(event.type)?.[at]] as const],
      ),
    ),
  );
  return {
    ofPartner: (eventType, partnerId) =>
      (personal.get(eventType) ?? []).filter((rule) => rule.partners.includes(partnerId)),
    byCoupon: (eventType, code) => byCoupon.get(couponKey(eventType, code)),
  };
}

const couponKey = (eventType: string, code: string) => JSON.stringify([eventType, code]);
