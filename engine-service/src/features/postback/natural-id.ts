import { createHash } from "node:crypto";
import { type ConversionEvent, Id } from "@firstmatch/shared-types";
import { canonicalJson } from "../conversions/canonical-json.ts";

/**
 * The id of a conversion whose postback brings none. The order id names it within program and event type: a second
 * postback of that order that says something else is refused, not counted. Without an order id all that it says names
 * it, so the same address called again is the same conversion.
 */
export function naturalId(event: ConversionEvent): string {
  const { program, eventType, orderId } = event;
  if (orderId === undefined) return `postback:${hashOf(event)}`;
  const id = `order:${program}:${encodeURIComponent(eventType)}:${orderId}`;
  return Id.safeParse(id).success ? id : `order:${hashOf([program, eventType, orderId])}`;
}

const hashOf = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("base64url");
