import { FACTS, type FactDefinition, POSTBACK_PARAMETERS } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../../testing/arbitraries.ts";
import { startedWithProgram } from "../../testing/test-service.ts";
import { readConversion } from "../conversions/conversion-routes.ts";
import { readPairs } from "./parameters.ts";
import { readPostback } from "./read-postback.ts";

const SENT = (FACTS as readonly FactDefinition[]).filter(({ derived }) => !derived);

/** Text that the tracker has to escape, and no placeholder. */
const someText = fc
  .oneof(
    fc.constantFrom("a&b=c", "50%", "a+b", "São Paulo", "#", '"x"', " x ", "ä,ö", "[]", "a\tb"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
  )
  .filter((text) => !/\p{Cc}|\{|\}/u.test(text.replaceAll("\t", "")));

const someValue = ({ input }: FactDefinition): fc.Arbitrary<string> => {
  if (input === "amount" || input === "quantity") return fc.constantFrom("0", "1", "12.50", "1000000.01");
  if (input === "count") return fc.constantFrom("0", "7", "1234");
  if (input === "date-time") return fc.constantFrom("2026-11-20T10:00:00Z", "2026-11-20T10:00:00+01:00");
  return someText;
};

/** Some facts of the catalogue with values; and facts of one's own. */
const someFacts = fc.tuple(
  fc.record(Object.fromEntries(SENT.map((fact) => [fact.key, someValue(fact)])), { requiredKeys: [] }),
  fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), someText, { maxKeys: 3 }),
);

function asConversion(facts: Record<string, string | undefined>, params: Record<string, string>): object {
  const item = SENT.flatMap(({ key, itemField }) =>
    itemField && facts[key] !== undefined ? [[itemField, facts[key]] as const] : [],
  );
  const own = SENT.flatMap(({ key, itemField }) =>
    itemField || facts[key] === undefined ? [] : [[key, facts[key]] as const],
  );
  return {
    ...{ program: "acme", eventType: "sale", conversionId: "c-1" },
    ...Object.fromEntries(own),
    ...(item.length > 0 && { items: [Object.fromEntries(item)] }),
    ...(Object.keys(params).length > 0 && { params }),
  };
}

/** @param pick which of its names a parameter goes by */
function asQuery(
  facts: Record<string, string | undefined>,
  params: Record<string, string>,
  pick: (names: string[]) => string,
) {
  const pairs = SENT.flatMap(({ key, itemField }) => {
    const parameter = POSTBACK_PARAMETERS.find(({ field, item }) =>
      itemField ? item === itemField : !item && field === key,
    );
    const value = facts[key];
    return value === undefined || parameter === undefined
      ? []
      : [[pick([parameter.name, parameter.alias ?? parameter.name]), value] as const];
  });
  const own = Object.entries(params).map(([name, value]) => [`${pick(["params.", "p_"])}${name}`, value] as const);
  const known = [["program", "acme"] as const, ["event", "sale"] as const, ["conversion_id", "c-1"] as const];
  return [...known, ...pairs, ...own]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join("&");
}

describe("every fact of the catalogue", () => {
  it("has its parameter, and no parameter is for another", () => {
    const told = POSTBACK_PARAMETERS.map(({ field, item }) => (item === undefined ? field : `item ${item}`));
    const wanted = SENT.map(({ key, itemField }) => (itemField === undefined ? key : `item ${itemField}`));
    expect([...told].sort()).toEqual([...wanted, "program", "eventType", "conversionId", "items"].sort());
  });

  it(`is read from a postback as it is by POST /conversions, for 1,000 random events (seed ${SEED})`, () => {
    const names = fc.infiniteStream(fc.nat(1));
    fc.assert(
      fc.property(someFacts, names, ([facts, params], which) => {
        const query = asQuery(facts, params, ([one = "", other = ""]) => (which.next().value === 0 ? one : other));
        const conversion = readConversion(asConversion(facts, params));
        const postback = readPostback(readPairs(query));
        if (conversion.ok) expect(postback).toEqual({ ok: true, value: conversion.value.sent });
        // Only a discount above the items' sum is refused.
        else expect(postback).toMatchObject({ ok: false, faults: [{ pointer: expect.stringMatching(/discount/) }] });
      }),
      { numRuns: 1_000, seed: SEED },
    );
  });

  it("gets the same decision through both doors", async () => {
    const { service } = await startedWithProgram();
    const facts = Object.fromEntries(SENT.map((fact) => [fact.key, fact.example ?? ""]));
    const { conversionId: _, ...conversion } = asConversion(facts, { tier: "gold" }) as Record<string, unknown>;
    const asked = await service.send("POST", "/conversions", { ...conversion, conversionId: "c-1" });
    const repeated = await service.send("GET", `/postback?${asQuery(facts, { tier: "gold" }, ([name = ""]) => name)}`);
    expect([repeated.status, repeated.text]).toEqual([200, asked.text]);
  });
});
