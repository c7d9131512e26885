import { recordClick } from "../features/clicks/record-click.ts";
import { type Recording, recordConversion } from "../features/conversions/record-conversion.ts";
import type { Doer } from "../features/doer.ts";
import type { Rooms } from "../wire.ts";
import { demoMonth } from "./demo-month.ts";

/** Records a month of conversions up to now, each after those before it, with the clicks that led to them. */
export async function plantConversions(rooms: Rooms, { by }: Doer): Promise<Recording[]> {
  const month = demoMonth(rooms.now());
  await Promise.all(month.flatMap(({ click }) => (click === null ? [] : [recordClick(rooms, click)])));
  return Promise.all(
    month.map(({ conversion }) => recordConversion(rooms, conversion, { door: "demo", by, input: conversion })),
  );
}
