import { POSTBACK_KEY } from "@firstmatch/shared-types";

/** What most trackers can fill in. */
const FILLED_IN = ["conversion_id", "click_id", "order_id", "amount", "payout"];

/** The address to paste into a tracker, with its placeholders still to be put in. */
export function postbackAddress(origin: string, program: string, eventType: string): string {
  const known = `program=${encodeURIComponent(program)}&event=${encodeURIComponent(eventType)}`;
  const asked = [...FILLED_IN, POSTBACK_KEY].map((name) => `${name}={${name}}`);
  return `${origin}/postback?${[known, ...asked].join("&")}`;
}
