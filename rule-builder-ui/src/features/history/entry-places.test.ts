import { THINGS, type ThingKind } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { placeOf } from "./entry-places.ts";

type Entry = Parameters<typeof placeOf>[0];

const entry = (kind: ThingKind, id: string, program: string | null = "acme") =>
  ({ thing: { kind, id, name: id }, program }) as Entry;

describe("the page of a thing whose change is told", () => {
  it.each<[ThingKind, string, string]>([
    ["conversion", "c/1 é", "/programs/acme/conversions?conversion=c%2F1+%C3%A9"],
    ["payout-run", "run-1", "/programs/acme/payouts/run-1"],
    ["customer", "cu 7", "/programs/acme/customers?search=cu%207"],
    ["version", "gold/3", "/programs/acme/terms/gold/versions/3"],
    ["member", "p-7", "/programs/acme/members"],
  ])("%s %s", (kind, id, address) => {
    expect(placeOf(entry(kind, id))).toBe(address);
  });

  it("is there for everything that belongs to a program", () => {
    for (const kind of Object.keys(THINGS) as ThingKind[]) expect(placeOf(entry(kind, "x")), kind).toMatch(/^\//);
  });

  it("is none where a thing of a program names none", () => {
    expect(placeOf(entry("conversion", "c-1", null))).toBeUndefined();
  });
});
