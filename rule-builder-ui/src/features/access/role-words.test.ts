import { describe, expect, it } from "vitest";
import { ROLE_ORDER, roleWords } from "./role-words.ts";

describe("what a role may do, in words", () => {
  it("is said of every role, by what the next smaller one may", () => {
    expect(Object.fromEntries(ROLE_ORDER.map((role) => [role, roleWords(role)]))).toEqual({
      viewer: "Look at programs, terms, partners, members, history. Try events in the rule tester.",
      editor:
        "Everything a viewer may. Ask for decisions. Record clicks and conversions. Change drafts, partners, members, personal payouts, promo codes, links. Approve, reject and reverse conversions, bind customers, import.",
      publisher: "Everything an editor may. Make payout runs and enter bonuses. Publish versions and change programs.",
      admin: "Everything a publisher may. Give and take away keys.",
      "evaluate-only": "Ask for decisions. Try events in the rule tester.",
      tracker: "Everything an evaluate-only key may. Record clicks and conversions.",
      partner: "See one partner's own things.",
    });
  });
});
