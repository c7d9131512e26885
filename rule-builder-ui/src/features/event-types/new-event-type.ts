import { type Payout, paysTraffic, type TermsEvent } from "@firstmatch/shared-types";

/** The event types that most programs have, with what they are usually paid by. */
export const USUAL_EVENT_TYPES = [
  { type: "sale", name: "Sale", payout: { model: "CPS", partner: { percent: "10" } } },
  { type: "lead", name: "Lead", payout: { model: "CPA", partner: { fixed: "1.00" } } },
  { type: "click", name: "Click", payout: { model: "CPC", partner: { fixed: "0.10" } } },
  { type: "impression", name: "Impression", payout: { model: "CPM", partner: { fixed: "1.00" } } },
  { type: "install", name: "Install", payout: { model: "CPA", partner: { fixed: "1.00" } } },
] as const satisfies readonly { type: string; name: string; payout: Payout }[];

interface Wanted {
  type: string;
  name: string;
  level: TermsEvent["level"];
}

/** An event type that pays by its default payout alone, until groups are added. */
export function newEventType({ type, name, level }: Wanted): TermsEvent {
  const payout: Payout = USUAL_EVENT_TYPES.find((usual) => usual.type === type)?.payout ?? USUAL_EVENT_TYPES[1].payout;
  return {
    type,
    name,
    // Clicks and impressions have no item lines.
    level: paysTraffic(payout.model) ? "order" : level,
    default: { payout },
    groups: [],
  };
}
