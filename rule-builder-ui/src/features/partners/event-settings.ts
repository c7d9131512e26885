import type { PayoutSettings, TermsEvent } from "@firstmatch/shared-types";

/** One event type of the terms that decide for a member, with what the member is paid for it. */
export type EventSettings = PayoutSettings["events"][number];

/** The event type as the editors know it; they need nothing of its groups. */
export const asTermsEvent = ({ type, name, level, default: payout, setup }: EventSettings): TermsEvent => ({
  type,
  name,
  level,
  default: { payout, ...(setup !== undefined && { setup }) },
});
