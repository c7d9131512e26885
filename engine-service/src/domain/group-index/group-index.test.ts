import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Condition, Conditions, DatedEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { Facts } from "../facts.ts";
import { FactSlots } from "./fact-slots.ts";
import { GroupIndex } from "./group-index.ts";

const is = (fact: string, ...value: string[]): Condition => ({ fact, operator: "isAnyOf", value });
const isNot = (fact: string, ...value: string[]): Condition => ({ fact, operator: "isNoneOf", value });
const equals = (fact: string, value: number): Condition => ({ fact, operator: "equal", value: String(value) });
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

function indexOf(groups: readonly (readonly Condition[] | null)[]): Pick<GroupIndex, "first"> {
  const conditions = groups.map((all): Conditions | null => all && { all: [...all] });
  const slots = new FactSlots("UTC");
  const steps = GroupIndex.inSteps(conditions, slots, "UTC");
  let step = steps.next();
  while (!step.done) step = steps.next();
  const index = step.value;
  return {
    first(facts, below) {
      slots.ask(facts);
      return index.first(facts, below);
    },
  };
}

const sent = (facts: Partial<DatedEvent>) =>
  new Facts({ eventType: "sale", occurredAt: "2026-11-20T10:00:00Z", ...facts }, "UTC", null);
const NONE = 1_000_000;

describe("the index of groups", () => {
  it("finds each of 100,000 groups, whatever its rank, and none where none matches", () => {
    const groups = times(100_000, (at) => [is("promoCode", `code-${at}`), is("country", `c${at % 200}`)]);
    const index = indexOf(groups);
    for (const at of [0, 1, 199, 50_000, 99_999]) {
      expect(index.first(sent({ promoCode: `CODE-${at}`, country: `C${at % 200}` }), NONE)).toBe(at);
      expect(index.first(sent({ promoCode: `code-${at}`, country: `c${(at + 1) % 200}` }), NONE)).toBe(NONE);
    }
    expect(index.first(sent({}), NONE)).toBe(NONE);
  });

  it("finds groups that are filed by several facts, though later ones name more values of them", () => {
    const filed = (at: number) => [is("country", `c${at % 10}`), is("city", `x${Math.floor(at / 10) % 10}`)];
    const index = indexOf([
      ...times(400, (at) => [...filed(at), equals("orderTotal", at)]),
      ...times(400, (at) => [...filed(at), isNot("city", `n${at}`), equals("orderTotal", 400 + at)]),
    ]);
    const event = (at: number) =>
      sent({ country: `c${at % 10}`, city: `x${Math.floor((at % 400) / 10) % 10}`, orderTotal: String(at) });
    expect(times(800, (at) => index.first(event(at), NONE))).toEqual(times(800, (at) => at));
  });

  it("asks every group of a list, and of it what the group is filed by as well", () => {
    const groups = times(40, (at) => [is("params.tags", `tag${at}`), is("country", at % 2 === 0 ? "DE" : "US")]);
    const index = indexOf(groups);
    const tags = ["other", "TAG31", "tag30"];
    expect(index.first(sent({ params: { tags }, country: "us" }), NONE)).toBe(31);
    expect(index.first(sent({ params: { tags }, country: "de" }), NONE)).toBe(30);
    expect(index.first(sent({ params: { tags: ["other"] }, country: "de" }), NONE)).toBe(NONE);
    expect(index.first(sent({ params: { tags: [] }, country: "de" }), NONE)).toBe(NONE);
  });

  it("asks two values of one fact of a group: a single text never has both, a list may", () => {
    const index = indexOf(times(40, (at) => [is("params.tags", `tag${at}`), is("params.tags", "also")]));
    expect(index.first(sent({ params: { tags: ["also", "tag7"] } }), NONE)).toBe(7);
    expect(index.first(sent({ params: { tags: "tag7" } }), NONE)).toBe(NONE);
  });

  it("finds groups by a piece of text wherever it stands, and in params of every type", () => {
    const asks = (fact: string, at: number): Condition => ({ fact, operator: "contains", value: [`piece${at}`] });
    const urls = indexOf(times(40, (at) => [asks("referralUrl", at)]));
    for (const referralUrl of ["piece31", "https://PIECE31", "piece31/x", "piec piecepiece31"])
      expect(urls.first(sent({ referralUrl }), NONE)).toBe(3);
    expect(urls.first(sent({ referralUrl: "piece" }), NONE)).toBe(NONE);
    const matches = (value: string): Condition => ({ fact: "landingUrl", operator: "matchesWildcard", value: [value] });
    const odd = indexOf([
      ...times(40, (at) => [asks("landingUrl", at)]),
      [matches("*straßen")],
      [matches("*abc\\*def*")],
    ]);
    expect(odd.first(sent({ landingUrl: "WEITE STRASSEN" }), NONE)).toBe(40);
    expect(odd.first(sent({ landingUrl: "xABC*DEFx" }), NONE)).toBe(41);
    const number: Condition = { fact: "params.note", operator: "endsWith", value: ["45678"] };
    const params = indexOf([...times(40, (at) => [asks("params.note", 50 + at)]), [number]]);
    expect(params.first(sent({ params: { note: ["other", "a PIECE67"] } }), NONE)).toBe(17);
    expect(params.first(sent({ params: { note: 12_345_678 } }), NONE)).toBe(40);
    expect(params.first(sent({ params: { note: true } }), NONE)).toBe(NONE);
  });

  it.each([
    ["9007199254740993", "9007199254740992"],
    ["12345678901234567", "12345678901234568"],
    ["0.1000000000000000055", "0.1"],
    ["123456789012345.6", "123456789012345.61"],
  ])("tells %s from %s, which doubles do not", (one, other) => {
    const index = indexOf([[{ fact: "orderTotal", operator: "equal", value: one }]]);
    expect(index.first(sent({ orderTotal: other }), NONE)).toBe(NONE);
    expect(index.first(sent({ orderTotal: `0${one}` }), NONE)).toBe(0);
  });

  it("takes both ends of a range, and nothing beside them", () => {
    const index = indexOf([
      [{ fact: "orderTotal", operator: "between", value: ["10", "20"] }],
      [equals("orderTotal", 0)],
    ]);
    const found = ["9.999999999999", "10", "20.00", "20.00000000001", "0", "0.0000000000001"].map((orderTotal) =>
      index.first(sent({ orderTotal }), NONE),
    );
    expect(found).toEqual([NONE, 0, 0, NONE, 1, NONE]);
  });

  it("looks only at groups before the one that it is given, in lists too", () => {
    const index = indexOf([...times(20, () => [is("params.tags", "a")]), null, [is("params.tags", "b")]]);
    for (const tags of ["b", ["b"]]) {
      expect(index.first(sent({ params: { tags } }), 22)).toBe(21);
      expect(index.first(sent({ params: { tags } }), 21)).toBe(21);
      expect(index.first(sent({ params: { tags } }), 3)).toBe(3);
    }
  });

  it("remembers nothing of one event when it is asked about the next", () => {
    const index = indexOf([
      [{ fact: "country", operator: "contains", value: ["u"] }, equals("orderTotal", 1)],
      [{ fact: "country", operator: "contains", value: ["u"] }],
      [{ fact: "params.flag", operator: "isTrue", value: true }],
    ]);
    const ask = (facts: Partial<DatedEvent>) => index.first(sent(facts), NONE);
    expect(ask({ country: "US", orderTotal: "1" })).toBe(0);
    expect(ask({ country: "US" })).toBe(1);
    expect(ask({ country: "DE", orderTotal: "1" })).toBe(NONE);
    expect(ask({ orderTotal: "1", params: { flag: true } })).toBe(2);
    expect(ask({ params: { flag: false } })).toBe(NONE);
    expect(ask({ country: "US", params: {} })).toBe(1);
  });

  it("does not grow by values that nobody names, nor by all the ways to write those that somebody does", () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const index = indexOf(
      times(100, (at) => [is("promoCode", `abcdefghijklmnopqrst${at}`), is("country", "US", "DE")]),
    );
    const cases = (at: number) =>
      [..."abcdefghijklmnopqrst"]
        .map((letter, bit) => ((at >> bit) % 2 === 0 ? letter : letter.toUpperCase()))
        .join("");
    const heap = (asked: number) => {
      for (let at = 0; at < asked; at += 1) {
        index.first(sent({ promoCode: `${at}-${"x".repeat(500)}`, country: `c${at}` }), NONE);
        expect(index.first(sent({ promoCode: `${cases(at)}${at % 100}`, country: "us" }), NONE)).toBe(at % 100);
      }
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = heap(2_000);
    expect(heap(30_000) - before).toBeLessThan(3_000_000);
  });
});
