import type { Payout, TermsEvent } from "@firstmatch/shared-types";

/** A new rule begins with what the default payout pays, so that only what is different has to be typed; its goals and bounds are its own. */
export function payoutToBeginWith({ payout }: TermsEvent["default"]): Payout {
  const { goals: _goals, min: _min, max: _max, ...rest } = payout;
  return rest;
}
