import {
  type Conditions,
  looksAtItems,
  type PayoutGroup,
  type Terms,
  type TermsEvent,
  usesPast,
} from "@firstmatch/shared-types";
import type { Scope } from "./facts.ts";
import { FactSlots } from "./group-index/fact-slots.ts";
import { GroupIndex } from "./group-index/group-index.ts";
import { defaultRule, groupRule, isSwitchedOff, paysForLife, type Rule } from "./rule.ts";

/** The groups of one event type and its default, made ready to be decided by. */
export class EventRules {
  readonly event: TermsEvent;
  readonly default: Rule;
  /** Whether any rule of them may ask about the partner's past; personal payouts tell for themselves. */
  readonly usesPast: boolean;
  /** Those that pay for life, by rank. */
  readonly forLife: readonly Rule[];
  readonly paysForLife: boolean;
  private readonly terms: Terms;
  private readonly rules: (Rule | undefined)[];
  private readonly asked: Asked;

  private constructor(event: TermsEvent, terms: Terms, { usesPast, forLife, ...asked }: Read & Asked) {
    this.event = event;
    this.terms = terms;
    this.asked = asked;
    this.usesPast = usesPast;
    this.default = defaultRule(event, terms);
    this.rules = Array(event.groups?.length ?? 0);
    this.forLife = [...forLife.map((at) => this.rule(at)), this.default].filter(paysForLife);
    this.paysForLife = this.forLife.length > 0;
  }

  /** Gives way between its steps, see GroupIndex. */
  static *inSteps(event: TermsEvent, terms: Terms): Generator<void, EventRules> {
    const whole: (Conditions | null)[] = [];
    const item: (Conditions | null)[] = [];
    const read: Read = { usesPast: false, forLife: [] };
    for (const [at, group] of (event.groups ?? []).entries()) {
      const { conditions } = group;
      const isAsked = !isSwitchedOff(group, event);
      const ofItems = event.level === "order" && looksAtItems(conditions);
      whole.push(isAsked && !ofItems ? conditions : null);
      item.push(isAsked && ofItems ? conditions : null);
      if (isAsked && usesPast(conditions)) read.usesPast = true;
      if (isAsked && paysForLife(group.event.params)) read.forLife.push(at);
      yield;
    }
    const slots = new FactSlots(terms.timezone);
    return new EventRules(event, terms, {
      ...read,
      slots,
      whole: yield* GroupIndex.inSteps(whole, slots, terms.timezone),
      item: yield* GroupIndex.inSteps(item, slots, terms.timezone),
    });
  }

  /** All groups by rank, switched off ones as well. */
  get groups(): readonly Rule[] {
    return this.rules.length === 0 ? [] : Array.from(this.rules, (_, at) => this.rule(at));
  }

  /** The first group that matches, or the default. */
  first(scope: Scope): Rule {
    const { slots, whole, item } = this.asked;
    slots.ask(scope.whole.facts);
    let best = whole.first(scope.whole.facts, this.rules.length);
    // One item must satisfy all of a group that asks about items.
    if (item.asksAny) {
      for (const { facts } of scope.items) {
        slots.turnTo(facts);
        best = item.first(facts, best);
      }
    }
    return best === this.rules.length ? this.default : this.rule(best);
  }

  private rule(at: number): Rule {
    const known = this.rules[at];
    if (known !== undefined) return known;
    const rule = groupRule(this.event.groups?.[at] as PayoutGroup, at + 1, this.event, this.terms);
    this.rules[at] = rule;
    return rule;
  }
}

/** Groups that are asked of the order or line as a whole, and those that are asked of each item of an order. */
interface Asked {
  slots: FactSlots;
  whole: GroupIndex;
  item: GroupIndex;
}

/** What else there is to know of the groups that are asked. */
interface Read {
  usesPast: boolean;
  /** Places of those that pay for life. */
  forLife: number[];
}
