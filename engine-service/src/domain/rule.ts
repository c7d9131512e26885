import {
  type Conditions,
  type EffectiveSetup,
  effectiveSetup,
  looksAtItems,
  type Payout,
  type PayoutGroup,
  type PersonalPayout,
  type RuleMatch,
  type Terms,
  type TermsEvent,
  usesPast,
} from "@firstmatch/shared-types";
import { type Matcher, matcherOf } from "./match.ts";
import { type IntegerPayer, integerPayer } from "./pay-in-integers.ts";

/** A candidate made ready: what it asks, what it pays. */
export interface Rule {
  match: RuleMatch;
  /** Passed over: switched off by itself, or with all groups of its event type. */
  disabled: boolean;
  /** Asks about item lines, so at order level one item must satisfy all its conditions together. */
  looksAtItems: boolean;
  /** The plain way to ask it, and to explain the answer. */
  conditions: Matcher;
  payout: Payout;
  /** What it pays a whole order, where integers are sure to be exact. */
  inIntegers: IntegerPayer | null;
  setup: EffectiveSetup;
}

export interface PersonalRule extends Rule {
  partners: readonly string[];
  /** Asks about its partner's past, which has to be looked up. */
  usesPast: boolean;
}

/** Whether it pays for all that its customer buys later on. */
export const paysForLife = ({ payout }: Pick<Rule, "payout">): boolean => payout.model === "lifetime";

/** Made when it is first asked for: an index decides, so most plain matchers never are. */
class LazyMatcher implements Matcher {
  private readonly from: Conditions;
  private readonly timezone: string;
  private made: Matcher | undefined;

  constructor(from: Conditions, timezone: string) {
    this.from = from;
    this.timezone = timezone;
  }

  private get plain(): Matcher {
    this.made ??= matcherOf(this.from, this.timezone);
    return this.made;
  }

  matches: Matcher["matches"] = (facts) => this.plain.matches(facts);
  trace: Matcher["trace"] = (facts) => this.plain.trace(facts);
}

/** Switched off by itself, or with all groups of its event type. */
export const isSwitchedOff = (group: PayoutGroup, { customGroups }: TermsEvent): boolean =>
  group.enabled === false || customGroups === false;

export const groupRule = (group: PayoutGroup, rank: number, event: TermsEvent, terms: Terms): Rule => ({
  match: { kind: "group", id: group.id, name: group.name, rank },
  disabled: isSwitchedOff(group, event),
  looksAtItems: looksAtItems(group.conditions),
  conditions: new LazyMatcher(group.conditions, terms.timezone),
  ...paying(group.event.params.payout, terms),
  setup: effectiveSetup(group.event.params.setup, event.default.setup),
});

export const defaultRule = (event: TermsEvent, terms: Terms): Rule => ({
  match: { kind: "default", id: null, name: null, rank: null },
  disabled: false,
  looksAtItems: false,
  conditions: matcherOf({ all: [] }, terms.timezone),
  ...paying(event.default.payout, terms),
  setup: effectiveSetup(undefined, event.default.setup),
});

/** A personal payout, whether it came with the document or is stored by itself; its coupon code is one more condition. */
export function personalRule(personal: PersonalPayout, event: TermsEvent, terms: Terms): PersonalRule {
  const conditions = withCoupon(personal);
  return {
    match: { kind: "personal", id: personal.id, name: personal.title, rank: null },
    disabled: personal.enabled === false,
    looksAtItems: looksAtItems(conditions),
    usesPast: usesPast(conditions),
    conditions: matcherOf(conditions, terms.timezone),
    ...paying(personal.event.params.payout, terms),
    setup: effectiveSetup(personal.event.params.setup, event.default.setup),
    partners: personal.partners,
  };
}

const paying = (payout: Payout, terms: Terms) => ({ payout, inIntegers: integerPayer(payout, terms) });

export const withCoupon = ({ couponCode, conditions }: PersonalPayout): Conditions =>
  couponCode === undefined
    ? conditions
    : { all: [{ fact: "promoCode", operator: "isAnyOf", value: [couponCode] }, ...conditions.all] };
