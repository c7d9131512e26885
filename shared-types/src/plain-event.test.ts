import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EvaluateRequest, parseEvent, readEvaluateRequest } from "./event.ts";
import { FACTS } from "./facts.ts";
import { LIMITS } from "./limits.ts";
import { plainEvent } from "./plain-event.ts";

const SEED = 20261121;
const RUNS = 3_000;

const LONG = "x".repeat(LIMITS.textLength);

/** Right for some fields and wrong for others, as JSON.parse gives them. */
const VALUES: unknown[] = [
  JSON.parse('{"__proto__":"x","b":"1"}'),
  ...[
    "",
    "New",
    "é",
    "e\u0301",
    "ΟΔΟΣ",
    "12",
    "12.50",
    "007",
    "-1",
    "-0",
    "+1",
    "1.",
    ".5",
    "1e3",
    " 1",
    "1,5",
    "0x1f",
  ],
  ...["9".repeat(LIMITS.decimalLength), "9".repeat(LIMITS.decimalLength + 1), "1\n", LONG, `${LONG}x`, "constructor"],
  ...[0, -0, 1, 2.5, -1, 250.5, 1e-7, 1e21, 1e-300, 2 ** 53, 0.1 + 0.2, Number.POSITIVE_INFINITY],
  ...["2026-11-20T10:00:00Z", "2026-11-20T10:00Z", "2026-02-30T10:00:00Z", "2026-02-29T10:00:00Z", "2024-02-29T10:00Z"],
  ...["2026-11-31T10:00:00+01:00", "2026-11-20T10:00:00.123456789-0530", "2026-11-20T24:00:00Z", "2026-11-20T25:00Z"],
  ...[
    "2026-00-10T10:00Z",
    "2026-13-10T10:00Z",
    "2026-10-00T10:00Z",
    "2026-11-20",
    "2026-11-20T10:00:00",
    "0000-01-01T00:00Z",
  ],
  ...[
    null,
    true,
    false,
    [],
    ["a"],
    ["a", 1],
    [null],
    {},
    { a: 1 },
    { a: null },
    { "": 1 },
    [{}],
    [[]],
    [{ sku: "S1" }],
  ],
];
const value = fc.constantFrom(...VALUES);

const decimal = fc.oneof(
  fc.nat({ max: 1000 }),
  fc.nat().map((cents) => cents / 100),
  fc.nat().map(String),
);
const RIGHT: Record<string, fc.Arbitrary<unknown>> = {
  ...{ amount: decimal, count: fc.nat(), quantity: decimal },
  "date-time": fc.constantFrom("2026-11-20T10:00:00Z", "2026-02-28T23:59:59.999-05:00"),
};
const right = (input: string) => RIGHT[input] ?? fc.string({ maxLength: 20 });

const fields = (some: readonly { key: string; input: string }[]) =>
  fc.record(Object.fromEntries(some.map(({ key, input }) => [key, right(input)])), { requiredKeys: [] });
const sent = FACTS.filter((fact) => !("derived" in fact) && !("itemField" in fact));
const ofItems = FACTS.flatMap((fact) => ("itemField" in fact ? [{ key: fact.itemField, input: fact.input }] : []));
const FIELD_NAMES = [...sent.map(({ key }) => key), "program", "eventType", "items", "params", "explain"];

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const param = fc.oneof(
  { weight: 20, arbitrary: fc.oneof(fc.string({ maxLength: 9 }), number, fc.boolean(), fc.array(fc.string())) },
  value,
);
const event = fc
  .tuple(
    fc.record({ program: fc.constant("acme"), eventType: fc.constant("sale") }),
    fields(sent),
    fc.record(
      {
        items: fc.array(fields(ofItems), { maxLength: 3 }),
        params: fc.dictionary(fc.string({ minLength: 1 }), param, { maxKeys: 3 }),
        explain: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([named, facts, more]) => ({ ...named, ...facts, ...more }));

/** With a few fields put in, over, or out. */
const odd = fc
  .tuple(
    event,
    fc.array(
      fc.tuple(fc.oneof(fc.constantFrom(...FIELD_NAMES, "itemSku", "dayOfWeek", "toString"), fc.string()), value),
      {
        maxLength: 1,
      },
    ),
  )
  .map(([some, changes]) => ({ ...some, ...Object.fromEntries(changes) }));

/** As it comes out of a body: JSON has no undefined, and no infinity but 1e999. */
const asSent = (input: unknown): unknown =>
  JSON.parse(
    JSON.stringify(input, (_, held) => (held === Number.POSITIVE_INFINITY ? "∞" : held)).replaceAll('"∞"', "1e999"),
  );

describe("an event that is plainly right", () => {
  it(`is read as the schema reads it, and every other is left to the schema (seed ${SEED}, ${RUNS} runs)`, () => {
    const counted = { plain: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: odd }, value), (input) => {
        const bySchema = parseEvent(EvaluateRequest, asSent(input));
        expect(readEvaluateRequest(asSent(input))).toStrictEqual(bySchema);
        if (plainEvent(asSent(input)) !== undefined) counted.plain += 1;
        if (!bySchema.ok) counted.refused += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(counted.plain).toBeGreaterThan(RUNS / 5);
    expect(counted.refused).toBeGreaterThan(RUNS / 5);
  });

  it.each(VALUES.map((each) => [JSON.stringify(each)?.slice(0, 60), each]))(
    "holds %s in any field as the schema does",
    (_, each) => {
      for (const field of FIELD_NAMES) {
        const input = asSent({ program: "acme", eventType: "sale", [field]: each });
        expect(readEvaluateRequest(input)).toStrictEqual(parseEvent(EvaluateRequest, input));
      }
      for (const field of ofItems) {
        const input = asSent({ program: "acme", eventType: "sale", items: [{ [field.key]: each }], orderDiscount: 1 });
        expect(readEvaluateRequest(input)).toStrictEqual(parseEvent(EvaluateRequest, input));
      }
    },
  );

  it.each([
    ["items", (count: number) => ({ items: Array(count).fill({}) }), LIMITS.itemsPerEvent],
    [
      "params",
      (count: number) => ({ params: Object.fromEntries(Array.from({ length: count }, (_, at) => [at, at])) }),
      LIMITS.paramsPerEvent,
    ],
    ["entries of a param", (count: number) => ({ params: { tags: Array(count).fill("a") } }), LIMITS.listEntries],
    ["characters of a param's name", (count: number) => ({ params: { ["n".repeat(count)]: 1 } }), LIMITS.nameLength],
  ])("has at most as many %s as the limit", (_, made, limit) => {
    const input = (count: number) => ({ program: "acme", eventType: "sale", ...made(count) });
    expect(plainEvent(input(limit))).toBeDefined();
    expect(plainEvent(input(limit + 1))).toBeUndefined();
    expect(readEvaluateRequest(input(limit + 1)).ok).toBe(false);
  });

  it("may occur at any moment that the schema takes", () => {
    const two = (least: number, most: number) =>
      fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, "0"));
    const moment = fc
      .tuple(
        two(0, 13),
        two(0, 32),
        two(0, 25),
        two(0, 61),
        fc.option(two(0, 61)),
        fc.constantFrom("", ".1", ".123456789"),
      )
      .map(([month, day, hour, minute, second, fraction]) => {
        const time = second === null ? `${hour}:${minute}` : `${hour}:${minute}:${second}${fraction}`;
        return `2027-${month}-${day}T${time}Z`;
      });
    fc.assert(
      fc.property(moment, (occurredAt) => {
        const input = { program: "acme", eventType: "sale", occurredAt };
        expect(readEvaluateRequest(input)).toStrictEqual(parseEvent(EvaluateRequest, input));
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("is not changed by reading it", () => {
    const input = Object.freeze({
      program: "acme",
      eventType: "sale",
      orderTotal: 5,
      items: [Object.freeze({ amount: 5 })],
    });
    expect(plainEvent(input)).toEqual({
      program: "acme",
      eventType: "sale",
      orderTotal: "5",
      items: [{ amount: "5" }],
    });
    expect(input.orderTotal).toBe(5);
  });
});
