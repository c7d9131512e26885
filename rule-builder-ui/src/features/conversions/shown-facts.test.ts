import { describe, expect, it } from "vitest";
import { factsOf, itemsOf, sentFields } from "./shown-facts.ts";

const context = { currency: "USD", timezone: "America/New_York" };

describe("the facts of a conversion, in words", () => {
  it("come in the order of the catalogue, each in the words of its kind, params at the end", () => {
    const event = {
      ...{ eventType: "sale", program: "acme", explain: true },
      ...{ params: { tier: "gold", tags: ["a", "b,c"] }, orderTotal: "1250.5", partnerId: "p-7" },
      occurredAt: "2026-11-20T15:00:00Z",
    };
    expect(factsOf(event, context).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      "Occurred at: 2026-11-20 10:00 (America/New_York)",
      "Partner: p-7",
      "Order total: $1,250.50",
      "tier: gold",
      'tags: a, "b,c"',
    ]);
  });

  it.each([
    [
      { quantity: "2", name: "Trail shoe", sku: "S1", category: "Shoes", amount: "180" },
      "2 × Trail shoe, S1, Shoes: $180.00",
    ],
    [{ sku: "S1" }, "S1"],
    [{ quantity: "0.5", amount: "3.20" }, "0.5 × Item: $3.20"],
    [{}, "Item"],
  ])("of the item line %j", (item, words) => {
    expect(itemsOf({ items: [item] }, "USD")).toEqual([words]);
  });

  it("has no item lines where none came in", () => {
    expect(itemsOf({}, "USD")).toEqual([]);
  });
});

describe("the fields that came in", () => {
  it("are those of the body, and what is left of the facts came from the click", () => {
    expect([...sentFields({ eventType: "sale", country: "US" })]).toEqual(["eventType", "country"]);
  });

  it("are told by the parameters of a postback, by either of their names", () => {
    const parameters = [
      { name: "amount", value: "200" },
      { name: "event_type", value: "sale" },
      { name: "country", value: "US" },
      { name: "whatever", value: "1" },
    ];
    expect([...sentFields(parameters)].toSorted()).toEqual(["country", "eventType", "orderTotal"]);
  });

  it.each([[null], [undefined], ["text"], [[]]])("are none of interest where %j came in", (input) => {
    expect(sentFields(input).has("country")).toBe(false);
  });
});
