import {
  type Conditions,
  type EffectiveSetup,
  type EventSetup,
  effectiveSetup,
  foldText,
  looksAtItems,
  type Payout,
  type PersonalPayout,
  type RuleMatch,
  type Terms,
  type TermsEvent,
  usesPast,
} from "@firstmatch/shared-types";
import { type Matcher, matcherOf } from "./match.ts";

/** A candidate made ready: what it asks, what it pays. */
export interface Rule {
  match: RuleMatch;
  /** Passed over: switched off by itself, or with all groups of its event type. */
  disabled: boolean;
  /** Asks about item lines, so at order level one item must satisfy all its conditions together. */
  looksAtItems: boolean;
  /** Asks about its partner's past, which has to be looked up. */
  usesPast: boolean;
  conditions: Matcher;
  payout: Payout;
  setup: EffectiveSetup;
}

export interface PersonalRule extends Rule {
  partners: readonly string[];
}

/** Where the personal payouts of an event type are looked up: inside the document, or in the store's memory. */
export interface PersonalPayouts {
  /** In the order in which they are tried. */
  ofPartner(eventType: string, partnerId: string): readonly PersonalRule[];
}

export interface DocumentPayouts extends PersonalPayouts {
  /** @param code folded, see foldText */
  byCoupon(eventType: string, code: string): PersonalRule | undefined;
}

export interface CompiledEvent {
  event: TermsEvent;
  groups: readonly Rule[];
  default: Rule;
  /** Whether any rule of them may ask about the partner's past; personal payouts tell for themselves. */
  usesPast: boolean;
  /** Whether any rule of them pays for life. */
  paysForLife: boolean;
}

/** Whether it pays for all that its customer buys later on. */
export const paysForLife = ({ payout }: Pick<Rule, "payout">): boolean => payout.model === "lifetime";

export interface CompiledTerms {
  terms: Terms;
  events: ReadonlyMap<string, CompiledEvent>;
  /** The personal payouts that the document itself carries. */
  personal: DocumentPayouts;
}

/** Made once per document, not per event: reads every expected value. */
export function compileTerms(terms: Terms): CompiledTerms {
  const events = new Map(terms.events.map((event) => [event.type, compileEvent(event, terms)]));
  const personal = new Map(
    terms.events.map((event) => [
      event.type,
      (event.personal ?? []).map((payout) => compilePersonal(payout, event, terms)),
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
    terms,
    events,
    personal: {
      ofPartner: (eventType, partnerId) =>
        (personal.get(eventType) ?? []).filter((rule) => rule.partners.includes(partnerId)),
      byCoupon: (eventType, code) => byCoupon.get(couponKey(eventType, code)),
    },
  };
}

const couponKey = (eventType: string, code: string) => JSON.stringify([eventType, code]);

function compileEvent(event: TermsEvent, terms: Terms): CompiledEvent {
  const setup = (own?: EventSetup) => effectiveSetup(own, event.default.setup);
  const groups = (event.groups ?? []).map(
    (group, index): Rule => ({
      match: { kind: "group", id: group.id, name: group.name, rank: index + 1 },
      disabled: group.enabled === false || event.customGroups === false,
      looksAtItems: looksAtItems(group.conditions),
      usesPast: usesPast(group.conditions),
      conditions: matcherOf(group.conditions, terms.timezone),
      payout: group.event.params.payout,
      setup: setup(group.event.params.setup),
    }),
  );
  const fallback: Rule = {
    match: { kind: "default", id: null, name: null, rank: null },
    ...{ disabled: false, looksAtItems: false, usesPast: false },
    conditions: matcherOf({ all: [] }, terms.timezone),
    payout: event.default.payout,
    setup: setup(),
  };
  const asked = [...groups.filter(({ disabled }) => !disabled), fallback];
  return {
    ...{ event, groups, default: fallback },
    usesPast: asked.some((rule) => rule.usesPast),
    paysForLife: asked.some(paysForLife),
  };
}

/** A personal payout, whether it came with the document or is stored by itself; its coupon code is one more condition. */
export function compilePersonal(personal: PersonalPayout, event: TermsEvent, terms: Terms): PersonalRule {
  const conditions = withCoupon(personal);
  return {
    match: { kind: "personal", id: personal.id, name: personal.title, rank: null },
    disabled: personal.enabled === false,
    looksAtItems: looksAtItems(conditions),
    usesPast: usesPast(conditions),
    conditions: matcherOf(conditions, terms.timezone),
    payout: personal.event.params.payout,
    setup: effectiveSetup(personal.event.params.setup, event.default.setup),
    partners: personal.partners,
  };
}

export const withCoupon = ({ couponCode, conditions }: PersonalPayout): Conditions =>
  couponCode === undefined
    ? conditions
    : { all: [{ fact: "promoCode", operator: "isAnyOf", value: [couponCode] }, ...conditions.all] };
