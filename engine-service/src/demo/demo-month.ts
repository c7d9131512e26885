import type { ConversionEvent, NewClick } from "@firstmatch/shared-types";
import { DateTime } from "luxon";
import type { SentConversion } from "../features/conversions/record-conversion.ts";
import { ACME } from "./acme-outfitters.ts";
import { BRIGHTSIDE } from "./brightside-energy.ts";
import { type Chance, chance } from "./chance.ts";
import { demoEvent } from "./demo-events.ts";
import { demoSource } from "./demo-traffic.ts";

/** A conversion of the demo, and the click that led to it. */
export interface DemoConversion {
  click: NewClick | null;
  conversion: SentConversion & { occurredAt: string };
}

/** Of the month; the day of the planting is the last one. */
const DAYS = 30;

/** A sale of one day that ran into the program's cap of conversions a day. */
const FLASH_SALE = { daysAgo: 9, conversions: 85 };

/** What a month brought to the demo's programs, the earliest first; the same for the same moment. */
export function demoMonth(now: Date): DemoConversion[] {
  const random = chance("firstmatch demo");
  const made = [...ofAcme(random, now), ...ofBrightside(random, now)];
  // What is later than now has not happened yet.
  const happened = made.filter(({ conversion }) => conversion.occurredAt < now.toISOString());
  return happened.sort((one, other) => (one.conversion.occurredAt < other.conversion.occurredAt ? -1 : 1));
}

function ofAcme(random: Chance, now: Date): DemoConversion[] {
  const subscribers = new Set<string>();
  return daysUpTo(now, ACME.timezone).flatMap(({ morning, daysAgo }) => {
    const usual = morning.weekday >= 6 ? random.between(6, 10) : random.between(10, 16);
    const count = daysAgo === FLASH_SALE.daysAgo ? FLASH_SALE.conversions : usual;
    return Array.from({ length: count }, (_, nth) =>
      acmeConversion(random, morning, daysAgo * 100 + nth, subscribers),
    ).flat();
  });
}

/** Mostly one; an app that is installed twice after one click is told twice. */
function acmeConversion(random: Chance, morning: DateTime, nth: number, subscribers: Set<string>): DemoConversion[] {
  const at = morning.plus({ seconds: random.between(7 * 3_600, 22 * 3_600) });
  const event = demoEvent(random, nth);
  const { eventType, customerId = "" } = event;
  const source = demoSource(random, eventType, at, `click-${nth}`);
  // A subscriber's later payments name nobody: they are the partner's who brought the first one.
  const renewal = eventType === "subscription" && subscribers.has(customerId);
  if (eventType === "subscription") subscribers.add(customerId);
  const { click, facts } = renewal ? { click: null, facts: {} } : source;
  const told = { ...event, ...facts };
  const first = { click, conversion: conversion(ACME.id, `demo-${nth}`, at, told) };
  if (eventType !== "install" || !random.percent(30)) return [first];
  return [first, { click: null, conversion: conversion(ACME.id, `demo-${nth}-again`, at.plus({ minutes: 9 }), told) }];
}

const ofBrightside = (random: Chance, now: Date): DemoConversion[] =>
  daysUpTo(now, BRIGHTSIDE.timezone).flatMap(({ morning, daysAgo }) =>
    Array.from({ length: random.between(0, 3) }, (_, nth) => {
      const at = morning.plus({ seconds: random.between(8 * 3_600, 19 * 3_600) });
      const partnerId = random.weighted([
        [4, "p-10"],
        [3, "p-11"],
        [2, "p-4"],
        [1, "p-1"],
      ]);
      const facts = { eventType: "contract", partnerId, params: { tariff: random.of(["green", "basic"]) } };
      return { click: null, conversion: conversion(BRIGHTSIDE.id, `demo-contract-${daysAgo * 10 + nth}`, at, facts) };
    }),
  );

/** The month's days, the earliest first. */
const daysUpTo = (now: Date, zone: string): { morning: DateTime; daysAgo: number }[] =>
  Array.from({ length: DAYS }, (_, at) => {
    const daysAgo = DAYS - 1 - at;
    return { daysAgo, morning: DateTime.fromJSDate(now, { zone }).minus({ days: daysAgo }).startOf("day") };
  });

const conversion = (program: string, conversionId: string, at: DateTime, event: ConversionEvent) => ({
  ...{ conversionId, program, occurredAt: at.toUTC().toISO() as string },
  ...event,
});
