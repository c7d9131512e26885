/** What a route asks for. `public`: nothing. */
export const PERMISSIONS = {
  public: "Anyone.",
  read: "Look at programs, terms, partners, members, history.",
  simulate: "Try events in the rule tester.",
  evaluate: "Ask for decisions.",
  record: "Record clicks and conversions.",
  edit: "Change drafts, partners, members, personal payouts, promo codes, links.",
  correct: "Approve, reject and reverse conversions, bind customers, import.",
  pay: "Make payout runs and enter bonuses.",
  publish: "Publish versions and change programs.",
  administer: "Give and take away keys.",
  own: "See one partner's own things.",
} as const;
export type Permission = keyof typeof PERMISSIONS;
