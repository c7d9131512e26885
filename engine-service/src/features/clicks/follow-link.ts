import { randomBytes } from "node:crypto";
import type { Rooms } from "../../wire.ts";
import { leadingLink } from "../links/leading-link.ts";
import { landingAddress } from "./landing-address.ts";

/** 128 random bits: nobody guesses another's. */
export const newClickId = (): string => randomBytes(16).toString("hex");

/**
 * Records a click on a link, and answers where it leads. Where the store is slow or away, the visitor goes on and the
 * click is written later.
 *
 * @param facts what the visitor's request tells
 */
export async function followLink(rooms: Rooms, id: string, facts: Record<string, string>): Promise<string> {
  const { program, partner, url } = leadingLink(rooms, id);
  const clickId = newClickId();
  await rooms.clicks.late.put({
    _id: clickId,
    ...{ program, partner, link: id, clickedAt: rooms.now().toISOString() },
    facts: { ...facts, landingUrl: url },
    fingerprint: null,
  });
  return landingAddress(url, clickId);
}
