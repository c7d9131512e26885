import { type Fault, PartnerPast, parseEvent, parseWith, pointerTo, SimulatedEvent } from "@firstmatch/shared-types";
import type { Loose } from "./event-form.ts";

/** Faults of the simulated body, by JSON pointer: those of the event that can be told at once, and the service's own. */
export type FaultsByPointer = ReadonlyMap<string, string>;

export function eventFaults(event: Loose): Fault[] {
  const parsed = parseEvent(SimulatedEvent, event, ["event"]);
  return parsed.ok ? [] : parsed.faults;
}

export function pastFaults(past: Loose): Fault[] {
  const parsed = parseWith(PartnerPast, past, ["partner", "past"]);
  return parsed.ok ? [] : parsed.faults;
}

/** The service's words come after ours, so that they stand when both complain about one field. */
export const byPointer = (...lists: readonly (readonly Fault[])[]): FaultsByPointer =>
  new Map(lists.flat().map(({ pointer, message }) => [pointer, message]));

export const fieldPointer = (key: string): string => pointerTo(["event", key]);
export const itemPointer = (item: number, field: string): string => pointerTo(["event", "items", item, field]);
export const paramPointer = (name: string): string => pointerTo(["event", "params", name]);
export const PARTNER_ID = "/partner/id";
export const REVENUE_SHARE = "/partner/revenueShare";
export const pastPointer = (key: string): string => pointerTo(["partner", "past", key]);

/** A message that stands alone in front of its field: its first letter is a capital. */
export const sentenceOf = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);

/** Faults that no field of the form shows, with the way to them. */
export function faultsElsewhere(faults: FaultsByPointer, shown: (pointer: string) => boolean): Fault[] {
  return [...faults].filter(([pointer]) => !shown(pointer)).map(([pointer, message]) => ({ pointer, message }));
}
