import type { PartnerPast } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { type DecidedEvent, decideEvent } from "../evaluate/evaluate-event.ts";
import { eventOf, type StoredConversion } from "./conversion-store.ts";

interface Again {
  explain?: boolean;
  /** In place of what the partner had reached by then. */
  past?: PartnerPast;
}

/**
 * Decides a recorded conversion once more, by the version that held and by what was known of click, customer and partner
 * when it was recorded. Caps and earlier conversions of the click are not weighed again.
 */
export async function decideAgain(
  rooms: Rooms,
  conversion: Pick<StoredConversion, "partner" | "event" | "recalled">,
  { explain = false, past = conversion.recalled.past ?? {} }: Again = {},
): Promise<DecidedEvent> {
  const { partner, recalled } = conversion;
  const { byClick, bound, boundPast } = recalled;
  const event = eventOf(conversion);
  const { partnerId, clickedAt = event.occurredAt, ...rest } = event;
  const click = byClick === null ? null : { program: event.program as string, partner: byClick, clickedAt, facts: {} };
  const sent = { ...(click === null ? event : { ...rest, partnerId: "" }), explain };
  return decideEvent(rooms, sent, {
    click: async () => click,
    bound: async () => bound,
    past: async (_, of) => (of === partner ? past : (boundPast ?? {})),
  });
}
