import { describe, expect, it } from "vitest";
import { asking, condition, faultsIn, paying, personal, saleWith, termsWith } from "./terms.sample.ts";
import { parseTerms } from "./terms.ts";

describe("a terms document is accepted", () => {
  it.each([
    { label: "the smallest one", document: termsWith(saleWith()) },
    { label: "without any event type yet", document: { ...termsWith(saleWith()), events: [] } },
    {
      label: "an operator without a value",
      document: termsWith(saleWith({ groups: [asking({ fact: "country", operator: "isEmpty" })] })),
    },
    {
      label: "required postback without an amount of its own",
      document: termsWith(
        saleWith({ groups: [paying({ model: "CPA", postback: { mode: "required", modifier: "100" } })] }),
      ),
    },
    {
      label: "revenue share of what the advertiser pays",
      document: termsWith(
        saleWith({ groups: [paying({ model: "CPA", advertiser: { fixed: "9" }, overrideRevenueShare: false })] }),
      ),
    },
    { label: "a personal payout without conditions", document: termsWith(saleWith({ personal: [personal()] })) },
  ])("$label", ({ document }) => {
    expect(faultsIn(document)).toEqual([]);
  });

  it("with numbers as decimal strings, a typed list as an array, and true where nothing is compared", () => {
    const parsed = parseTerms(
      termsWith(
        saleWith({
          default: { payout: { model: "CPS", partner: { percent: 7.5 } } },
          groups: [
            asking(
              { ...condition, value: 200 },
              { fact: "country", operator: "isAnyOf", value: 'US, "A,B"' },
              { fact: "city", operator: "isEmpty" },
            ),
          ],
        }),
      ),
    );
    const event = parsed.ok ? parsed.value.events[0] : undefined;
    expect(event?.default.payout.partner).toEqual({ percent: "7.5" });
    expect(event?.groups?.[0]?.conditions.all).toEqual([
      { fact: "orderTotal", operator: "greaterThanInclusive", value: "200" },
      { fact: "country", operator: "isAnyOf", value: ["US", "A,B"] },
      { fact: "city", operator: "isEmpty", value: true },
    ]);
  });
});
