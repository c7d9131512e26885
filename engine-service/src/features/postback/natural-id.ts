import { type ConversionEvent, Id } from "@firstmatch/shared-types";
import { fingerprintOf } from "../fingerprint.ts";

/**
 * The id of a conversion whose postback brings none. The order id names it within program and event type: a second
 * postback of that order that says something else is refused, not counted. Without an order id all that it says names
 * it, so the same address called again is the same conversion.
 */
export function naturalId(event: ConversionEvent): string {
  const { program, eventType, orderId } = event;
  if (orderId === undefined) return `postback:${fingerprintOf(event)}`;
  const id = `order:${program}:${encodeURIComponent(eventType)}:${orderId}`;
  return Id.safeParse(id).success ? id : `order:${fingerprintOf([program, eventType, orderId])}`;
}
