import { describe, expect, it } from "vitest";
import { ruleChoices, withChosen } from "./rule-choices.ts";

type Rules = NonNullable<Parameters<typeof ruleChoices>[0]>;

const rule = (id: string | null, name: string | null, terms = "standard") =>
  ({ id, name, terms, eventType: "sale" }) as Rules["rules"][number];
const quiet = (id: string, name: string) => ({ terms: "standard", eventType: "sale", id, name });

describe("the rules that conversions can be found by", () => {
  it("are the default payouts first, then each rule once by its name, those that never fired among them", () => {
    const report = {
      rules: [rule(null, null), rule("shoes", "Shoes"), rule("anna", "Anna's deal"), rule("shoes", "Shoes")],
      neverFired: [quiet("hats", "Hats"), quiet("shoes", "Shoes")],
    };
    expect(ruleChoices(report).map(({ value, label }) => `${value}: ${label}`)).toEqual([
      ...["default: Default payout", "anna: Anna's deal", "hats: Hats", "shoes: Shoes"],
    ]);
  });

  it("tell two of one name apart by where they stand", () => {
    const rules = [rule("a", "200 or more"), rule("b", "200 or more", "gold"), rule("b", "200 or more", "silver")];
    expect(ruleChoices({ rules, neverFired: [] }).map(({ label }) => label)).toEqual([
      ...["Default payout", "200 or more (gold, sale; silver, sale)", "200 or more (standard, sale)"],
    ]);
  });

  it("still hold the one that is chosen where nothing is known of it", () => {
    expect(withChosen(ruleChoices(undefined), "gone")).toEqual([
      { value: "default", label: "Default payout" },
      { value: "gone", label: "gone" },
    ]);
    expect(withChosen(ruleChoices(undefined), "default")).toHaveLength(1);
    expect(withChosen(ruleChoices(undefined), undefined)).toHaveLength(1);
  });
});
