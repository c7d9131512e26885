import { describe, expect, it } from "vitest";
import type { ConditionNode } from "./conditions.ts";
import { criteriaSentence, operatorLabel } from "./criteria-sentence.ts";
import { PAST_FACTS } from "./past.ts";
import { plainText } from "./sentence.ts";

const read = (...all: unknown[]) => plainText(criteriaSentence({ all: all as ConditionNode[] }, { currency: "USD" }));
const is = (fact: string, ...value: string[]) => ({ fact, operator: "isAnyOf", value });

describe("one condition as a sentence", () => {
  it.each([
    ["Customer status is New", is("customerStatus", "New")],
    ["Item category is ACME or Roadrunning", is("itemCategory", "ACME", "Roadrunning")],
    ['Item category is "ACME,Roadrunning"', is("itemCategory", "ACME,Roadrunning")],
    ['Promo code is ""', is("promoCode", "")],
    ["Country is not US, DE or FR", { fact: "country", operator: "isNoneOf", value: ["US", "DE", "FR"] }],
    ["Country is US, DE or 12 more", is("country", ..."US DE FR IT ES PT NL BE LU AT CH PL CZ SK".split(" "))],
    ["Referral URL matches *facebook*", { fact: "referralUrl", operator: "matchesWildcard", value: ["*facebook*"] }],
    ["Event parameter has any value", { fact: "eventParameter", operator: "isNotEmpty", value: true }],
    ["Event parameter is empty", { fact: "eventParameter", operator: "isEmpty", value: true }],
    ["Order total is at least $200", { fact: "orderTotal", operator: "greaterThanInclusive", value: "200" }],
    ["Order total is less than $1,234.50", { fact: "orderTotal", operator: "lessThan", value: "1234.5" }],
    ["Order total is between $100 and $200", { fact: "orderTotal", operator: "between", value: ["100", "200.00"] }],
    ["Item quantity is more than 1,000", { fact: "itemQuantity", operator: "greaterThan", value: "1000" }],
    ["Hour of day is between 9 and 17", { fact: "hourOfDay", operator: "between", value: ["9", "17"] }],
    ["Occurred at is on Nov 20, 2026", { fact: "occurredAt", operator: "equal", value: "2026-11-20" }],
    [
      "Occurred at is on or after Nov 20, 2026, 10:00",
      { fact: "occurredAt", operator: "greaterThanInclusive", value: "2026-11-20T10:00" },
    ],
    [
      "Clicked at is before Nov 20, 2026, 10:00 UTC",
      { fact: "clickedAt", operator: "lessThan", value: "2026-11-20T10:00:00Z" },
    ],
    [
      "Partner's sales this month is at least $10,000",
      { fact: "partnerRevenueThisMonth", operator: "greaterThanInclusive", value: "10000.00" },
    ],
    [
      "Partner's conversions in 30 days is more than 1,200",
      { fact: "partnerConversionsLast30Days", operator: "greaterThan", value: "1200" },
    ],
    ["tier is gold", is("params.tier", "gold")],
    ["vip is true", { fact: "params.vip", operator: "isTrue", value: true }],
    [
      "renewal is on or before Jan 1, 2027",
      { fact: "params.renewal", operator: "lessThanInclusive", value: "2027-01-01" },
    ],
  ])("%s", (sentence, condition) => expect(read(condition)).toBe(sentence));

  it.each([
    ["… is …", { fact: "", operator: "isAnyOf", value: [] }],
    ["Order total is at least …", { fact: "orderTotal", operator: "greaterThanInclusive", value: "" }],
    ["Order total is between $5 and …", { fact: "orderTotal", operator: "between", value: ["5", ""] }],
    ['Item category is "ACME', { fact: "itemCategory", operator: "isAnyOf", value: '"ACME' }],
    ["Order total is at least USD 12x", { fact: "orderTotal", operator: "greaterThanInclusive", value: "12x" }],
  ])("a half-filled one reads %s", (sentence, condition) => expect(read(condition)).toBe(sentence));

  it("names every value of a long list on request", () => {
    const condition = is("city", "A", "B", "C", "D", "E");
    expect(plainText(criteriaSentence({ all: [condition as ConditionNode] }, { currency: "USD", whole: true }))).toBe(
      "City is A, B, C, D or E",
    );
  });
});

describe("a sentence to the partner itself", () => {
  const toPartner = (fact: string, value: string) =>
    plainText(
      criteriaSentence(
        { all: [{ fact, operator: "greaterThanInclusive", value }] },
        { currency: "USD", toPartner: true },
      ),
    );
  it.each(PAST_FACTS.map(({ key }) => key))("calls %s its own", (key) =>
    expect(toPartner(key, "1")).toMatch(/^Your (conversions|sales) (in all|this month|in 30 days) is at least \$?1$/),
  );

  it("leaves other facts as they are", () => expect(toPartner("orderTotal", "1")).toBe("Order total is at least $1"));
});

describe("several conditions as a sentence", () => {
  const [a, b, c] = [is("city", "A"), is("city", "B"), is("city", "C")];
  it.each([
    ["every conversion", []],
    ["City is A and City is B", [a, b]],
    ["City is A and (City is B or City is C)", [a, { any: [b, c] }]],
    ["City is B or City is C", [{ any: [b, c] }]],
    ["(City is A and City is B) or City is C", [{ any: [{ all: [a, b] }, c] }]],
    ["City is A and not (City is B)", [a, { not: b }]],
    ["not (City is A or City is B)", [{ not: { any: [a, b] } }]],
    ["City is A and City is B", [{ all: [a, b] }]],
    ["City is A and (…)", [a, { any: [] }]],
  ])("%s", (sentence, nodes) => expect(read(...nodes)).toBe(sentence));

  it("marks what was chosen and what joins", () => {
    const sentence = criteriaSentence({ all: [a, b] as ConditionNode[] }, { currency: "USD" });
    expect(sentence.filter((part) => part.emphasis)).toEqual([
      { text: "A", emphasis: "value" },
      { text: " and ", emphasis: "joint" },
      { text: "B", emphasis: "value" },
    ]);
  });
});

describe("operator labels", () => {
  it.each([
    ["greaterThanInclusive", "number", "is at least"],
    ["greaterThanInclusive", "date", "is on or after"],
    ["isAnyOf", "text", "is"],
    ["unheardOf", "text", "unheardOf"],
  ] as const)("%s of a %s reads %s", (operator, kind, label) => expect(operatorLabel(operator, kind)).toBe(label));
});
