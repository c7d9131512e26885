import fc from "fast-check";
import type { ConditionNode, Conditions } from "./conditions.ts";
import type { Commission, EventSetup, Payout } from "./payout.ts";
import type { PayoutGroup, PersonalPayout, Terms, TermsEvent } from "./terms.ts";

/** Documents for property tests. Words come from small sets, so that two documents have much in common. */

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;
const record = <T extends object>(model: { [key in keyof T]-?: fc.Arbitrary<T[key]> }): fc.Arbitrary<T> =>
  fc.record(model).map((made) => compact(made as T));

const word = fc.constantFrom("New", "Existing", "ACME", "ACME,Roadrunning", 'say "hi"', "*facebook*", "");
const wordList = fc.array(word, { minLength: 1, maxLength: 6 });
const number = fc.constantFrom("0", "0.05", "5", "10", "12.5", "99");
const range = fc.constantFrom(["0", "5"], ["5", "10"], ["10", "12.5"]);

const leaf: fc.Arbitrary<ConditionNode> = fc.oneof(
  record({
    fact: fc.constantFrom("customerStatus", "itemCategory", "country", "params.tier", "params.Country"),
    operator: fc.constantFrom("isAnyOf" as const, "isNoneOf" as const, "matchesWildcard" as const),
    value: wordList,
  }),
  record({
    fact: fc.constantFrom("orderTotal", "hourOfDay", "params.score"),
    operator: fc.constantFrom("equal" as const, "greaterThanInclusive" as const, "lessThan" as const),
    value: number,
  }),
  record({
    fact: fc.constantFrom("orderTotal", "params.score"),
    operator: fc.constant("between" as const),
    value: range,
  }),
  record({
    fact: fc.constantFrom("occurredAt", "clickedAt"),
    operator: fc.constantFrom("equal" as const, "lessThan" as const),
    value: fc.constantFrom("2026-11-20", "2026-11-20T10:00", "2026-11-20T10:00:00Z"),
  }),
  record({
    fact: fc.constantFrom("promoCode", "eventParameter"),
    operator: fc.constantFrom("isEmpty" as const, "isNotEmpty" as const),
    value: fc.constant(true as const),
  }),
);

const { node } = fc.letrec<{ node: ConditionNode }>((tie) => {
  const nodes = fc.array(tie("node"), { minLength: 1, maxLength: 3 });
  return {
    node: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leaf,
      fc.record({ any: nodes }),
      fc.record({ all: nodes }),
      fc.record({ not: tie("node") }),
    ),
  };
});

/** Conditions of a group; nested ones too. */
export const arbitraryConditions: fc.Arbitrary<Conditions> = fc.record({
  all: fc.array(node, { minLength: 1, maxLength: 3 }),
});

const fixed: fc.Arbitrary<Commission> = fc.record({ fixed: number });
const commission: fc.Arbitrary<Commission> = fc.oneof(fixed, fc.record({ percent: number }));
/** Both other parties would be refused together. */
const others = (amount: fc.Arbitrary<Commission>) =>
  fc.oneof(fc.constant({}), fc.record({ platform: amount }), fc.record({ advertiser: fc.constant({ fixed: "99" }) }));

const goal = fc
  .tuple(
    record({
      name: fc.constantFrom("Shoes", "Boots"),
      by: fc.constantFrom("category" as const, "product" as const),
      values: fc.constantFrom(["Shoes"], ["Shoes", "Boots"]),
      partner: commission,
    }),
    others(commission),
  )
  .map(([own, other]) => ({ ...own, ...other }));

const postback = fc.oneof(
  fc.record({ mode: fc.constant("ignored" as const) }),
  record({
    mode: fc.constantFrom("ignored" as const, "required" as const, "overrides" as const),
    modifier: fc.constantFrom("100", "80"),
    margin: option(fc.constantFrom("0", "20")),
  }),
);

const sharedFields = {
  postback: option(postback),
  overrideRevenueShare: option(fc.boolean()),
  min: option(fc.constantFrom("0", "1")),
  max: option(fc.constantFrom("99", "100")),
};
export const arbitraryPayout: fc.Arbitrary<Payout> = fc.oneof(
  fc
    .tuple(
      record({
        model: fc.constantFrom("CPS" as const, "lifetime" as const),
        partner: commission,
        goals: option(fc.array(goal, { maxLength: 2 })),
        ...sharedFields,
      }),
      others(commission),
    )
    .map(([own, other]) => ({ ...own, ...other }) as Payout),
  fc
    .tuple(record({ model: fc.constantFrom("CPA" as const), partner: fixed, ...sharedFields }), others(fixed))
    .map(([own, other]) => ({ ...own, ...other }) as Payout),
);

const setup: fc.Arbitrary<EventSetup> = record<EventSetup>({
  visibility: option(fc.constantFrom("public" as const, "private" as const)),
  recurrent: option(fc.boolean()),
  classification: option(fc.constantFrom("payable" as const, "kpi" as const)),
  conversionCap: option(fc.boolean()),
  revenueBudget: option(fc.boolean()),
});
const params = record({ payout: arbitraryPayout, setup: option(setup) });
const event = fc.record({ type: fc.constant("payout" as const), params });
const name = fc.constantFrom("First", "Second", "New and 200 or more");

const group = record<PayoutGroup>({
  id: fc.constantFrom("a", "b", "c", "d", "e"),
  name,
  enabled: option(fc.boolean()),
  conditions: arbitraryConditions,
  event,
});
const personalWithoutCode = record<PersonalPayout>({
  id: fc.constantFrom("a", "b", "c"),
  title: name,
  enabled: option(fc.boolean()),
  partners: fc.constantFrom(["p-7"], ["p-8"]),
  couponCode: fc.constant(undefined),
  conditions: fc.oneof(fc.constant<Conditions>({ all: [] }), arbitraryConditions),
  event,
});
/** A code belongs to one payout of an event type only. */
const personal = fc
  .tuple(personalWithoutCode, fc.constantFrom("", "-10", "-20"))
  .map(([rule, code]) => (code === "" ? rule : { ...rule, couponCode: `${rule.id}${code}` }));
const termsEvent = record<TermsEvent>({
  type: fc.constantFrom("sale", "lead", "install"),
  name,
  level: fc.constantFrom("order" as const, "item" as const),
  customGroups: option(fc.boolean()),
  default: params,
  personal: option(fc.uniqueArray(personal, { selector: ({ id }) => id, maxLength: 3 })),
  groups: option(fc.uniqueArray(group, { selector: ({ id }) => id, maxLength: 5 })),
});

export const arbitraryTerms: fc.Arbitrary<Terms> = record<Terms>({
  schema: fc.constant("firstmatch/terms@1" as const),
  name,
  currency: fc.constantFrom("USD", "JPY", "KWD"),
  timezone: fc.constantFrom("America/New_York", "UTC"),
  rounding: option(fc.constantFrom("half-up" as const, "half-even" as const)),
  events: fc.uniqueArray(termsEvent, { selector: ({ type }) => type, maxLength: 3 }),
});
