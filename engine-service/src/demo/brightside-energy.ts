import { type NewProgram, TERMS_SCHEMA, type Terms } from "@firstmatch/shared-types";

/** A second demo program: leads, in another currency, for members only, paid by each partner's revenue share. */
export const BRIGHTSIDE: NewProgram = {
  id: "brightside",
  name: "Brightside Energy",
  currency: "EUR",
  timezone: "Europe/Berlin",
};

/** What the advertiser pays for a contract; the partner gets its revenue share of that. */
const shared = (cost: string) => ({
  model: "CPA" as const,
  partner: { fixed: "0.00" },
  advertiser: { fixed: cost },
  overrideRevenueShare: false,
});

export const BRIGHTSIDE_TERMS: Terms = {
  schema: TERMS_SCHEMA,
  name: "Standard",
  currency: BRIGHTSIDE.currency,
  timezone: BRIGHTSIDE.timezone,
  events: [
    {
      type: "contract",
      name: "Signed contract",
      level: "order",
      default: { payout: shared("50.00") },
      groups: [
        {
          id: "green",
          name: "Green tariff",
          conditions: { all: [{ fact: "params.tariff", operator: "isAnyOf", value: ["green"] }] },
          event: { type: "payout", params: { payout: shared("80.00") } },
        },
      ],
    },
  ],
};
