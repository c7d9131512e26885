import {
  type Condition,
  type ConditionNode,
  Decimal,
  dateForm,
  type Expected,
  FACTS,
  type FactDefinition,
  factOf,
  LIMITS,
  type OperatorName,
  operatorOf,
  operatorsFor,
  type PartnerPast,
  printValueList,
} from "@firstmatch/shared-types";
import fc from "fast-check";
import { DateTime } from "luxon";
import { ODD_DATES, ODD_JSON_NUMBERS, ODD_NUMBERS, ODD_PATTERNS, ODD_TEXTS, ODD_ZONES } from "./odd-values.ts";

/**
 * Odd and hostile questions, by the thousands: two documents and some events that speak of the same few facts and
 * values, so that rules at every rank really win. Everything is sent as a caller would send it, and none of it is
 * refused. Throws of dice are made into them by plain functions: that is quick, and shrinks.
 */
export interface Questions {
  /** Terms documents as they are sent; they differ in their groups, level and time zone. */
  documents: object[];
  events: { sent: object; past: PartnerPast }[];
}

/** Whole numbers without a meaning yet; 0 makes the plainest thing. */
type Dice = readonly number[];
const dice = (count: number): fc.Arbitrary<Dice> =>
  fc.noBias(fc.array(fc.nat(0xffff), { minLength: count, maxLength: count }));
const list = <T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.noBias(fc.array(of, { minLength, maxLength, size: "max" }));

const at = <T>(values: readonly T[], throwOf: number | undefined): T => values[(throwOf ?? 0) % values.length] as T;

/** What the documents and events of one question speak of. */
interface World {
  facts: FactDefinition[];
  texts: string[];
  numbers: string[];
  dates: string[];
}

const FACT_POOL = [
  // Another currency is refused, and so is more discount than the items come to.
  ...FACTS.filter(({ key }) => key !== "currency" && key !== "orderDiscount"),
  ...["tier", "constructor", "toString", "hasOwnProperty", "orderTotal", "a.b", "__proto__"].map((name) =>
    factOf(`params.${name}`),
  ),
] as FactDefinition[];

/** Facts that an index may file groups by. */
const canAnchor = ({ kind, choices }: FactDefinition) => (kind === "text" || kind === "any") && choices === undefined;
const ANCHORS = FACT_POOL.filter(canAnchor);
/** Those that may be lists, numbers or flags come as often as the others. */
const ANCHOR_POOL = [...ANCHORS, ...[1, 2, 3].flatMap(() => ANCHORS.filter(({ kind }) => kind === "any"))];

function worldOf([facts = 0, texts = 0, spread = 0, ...more]: Dice): World {
  const some = <T>(pool: readonly T[], count: number, from: number) =>
    Array.from({ length: count }, (_, place) => at(pool, (more[(from + place) % more.length] ?? 0) + place * 7));
  const family = Array.from({ length: spread % 3 === 0 ? spread % 300 : 0 }, (_, place) => `v${place}`);
  const steps = Array.from({ length: spread % 4 === 0 ? spread % 200 : 0 }, (_, place) => String(place * 5));
  return {
    facts: [...some(FACT_POOL, 1 + (facts % 7), 0), ...some(ANCHOR_POOL, 3, 17)],
    texts: [...some(ODD_TEXTS, 3 + (texts % 6), 5), ...family],
    // Neighbours are nearly the same.
    numbers: [
      ...Array.from({ length: 3 + (texts % 4) }, (_, place) => at(ODD_NUMBERS, (more[9] ?? 0) + place)),
      ...steps,
    ],
    dates: some(ODD_DATES, 3, 14),
  };
}

const TWISTS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFC"),
];
/** The same or nearly the same number. */
const NEARS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  (text) => (text.includes(".") ? `${text}0` : `${text}.0`),
  (text) => (text.includes(".") ? `${text}00000001` : `${text}.000000000000001`),
  (text) => (text.startsWith("-") ? text : `00${text}`),
  (text) => (text.includes(".") ? text.slice(0, text.indexOf(".")) : `${text}.5`),
  (text) => `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}`,
];

/** Now and then one that nobody else speaks of. */
const textOf = ({ texts }: World, which = 0, twist = 0) =>
  which % 17 === 16 ? `w${which}` : at(TWISTS, twist)(at(texts, which));
function numberOf({ numbers }: World, which = 0, twist = 0): string {
  const near = at(NEARS, twist)(at(numbers, which));
  return near.length <= LIMITS.decimalLength ? near : at(numbers, which);
}
/** As JSON writes numbers too, unless it would get too long by it. */
const numberAsSent = (text: string, twist = 0): string | number => {
  const size = Math.abs(Number(text));
  return twist % 5 === 4 && (size === 0 || (size > 1e-15 && size < 1e25)) ? Number(text) : text;
};

function pieceOf(text: string, twist: number): string {
  const letters = [...text];
  return letters.slice(twist % 3 === 0 ? 0 : 1, twist % 3 === 1 ? undefined : Math.max(1, letters.length - 1)).join("");
}

function patternOf(text: string, twist: number): string {
  const literal = text.replaceAll("*", "\\*");
  const [first, last] = [pieceOf(literal, 0), pieceOf(literal, 1)];
  const made = [
    literal,
    `*${literal}*`,
    `${first}*`,
    `*${last}`,
    `${first}*${last}`,
    `${literal}*${literal}`,
    `*${first}**`,
  ];
  return at([...made, at(ODD_PATTERNS, twist >> 3)], twist);
}

const LISTED: Partial<Record<OperatorName, (text: string, twist: number) => string>> = {
  contains: pieceOf,
  doesNotContain: pieceOf,
  startsWith: pieceOf,
  endsWith: pieceOf,
  matchesWildcard: patternOf,
  doesNotMatchWildcard: patternOf,
};

function conditionOf([which = 0, how = 0, a = 0, b = 0, count = 0, twist = 0]: Dice, world: World): Condition {
  const fact = at(world.facts, which);
  const fitting = operatorsFor(fact.kind);
  // Half of what is asked of texts is whether it is one of some.
  const operator = fitting.includes("isAnyOf") && how % 2 === 0 ? "isAnyOf" : at(fitting, how >> 1);
  return { fact: fact.key, operator, value: expectedOf(operator, fact, world, [a, b, count, twist]) as Expected };
}

function expectedOf(
  operator: OperatorName,
  fact: FactDefinition,
  world: World,
  [a = 0, b = 0, count = 0, twist = 0]: Dice,
) {
  const shape = operatorOf(operator)?.expected;
  if (shape === "none") return at([true, true, null, "", []], twist);
  if (shape === "list") {
    // Now and then hundreds of them.
    const length = count % 100 === 99 ? 100 + (count % 200) : 1 + (count % 4);
    const values = Array.from({ length }, (_, place) => {
      const text = textOf(world, a + place * (1 + (b % 3)), twist + place * b);
      if (fact.choices !== undefined && operator.startsWith("is"))
        return at(TWISTS, twist)(at(fact.choices, a + place));
      return LISTED[operator]?.(text, b + place) ?? text;
    });
    return twist % 7 === 6 ? printValueList(values) : values;
  }
  const dates = fact.kind === "date" || (fact.kind === "any" && b % 3 === 0);
  const comparable = (which: number, by: number) =>
    dates ? at(world.dates, which) : numberAsSent(numberOf(world, which, by), by);
  if (shape === "one") return comparable(a, twist);
  const [from, to] = [comparable(a, twist), comparable(b, count)];
  return isInOrder(from, to) ? [from, to] : [to, from];
}

/** Whether a range is accepted in this order; of two forms of dates more is, which is odd enough to be tried. */
function isInOrder(from: string | number, to: string | number): boolean {
  if (typeof from === "string" && typeof to === "string" && dateForm(from) !== undefined) {
    const oneForm = dateForm(from) === dateForm(to) && dateForm(from) !== "instant";
    return oneForm ? from <= to : Date.parse(from) - 86_400_000 <= Date.parse(to);
  }
  return new Decimal(from).lessThanOrEqualTo(to);
}

type RawNode = Dice | { all: RawNode[] } | { any: RawNode[] } | { not: RawNode };
const isThrow = (raw: RawNode): raw is Dice => Array.isArray(raw);

const rawNode: fc.Arbitrary<RawNode> = fc.letrec<{ node: RawNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: dice(6) },
    { weight: 1, arbitrary: list(tie("node"), 1, 3).map((all) => ({ all })) },
    { weight: 2, arbitrary: list(tie("node"), 1, 3).map((any) => ({ any })) },
    { weight: 1, arbitrary: tie("node").map((not) => ({ not })) },
  ),
})).node;

const nodeOf = (raw: RawNode, world: World): ConditionNode => {
  if (isThrow(raw)) return conditionOf(raw, world);
  if ("not" in raw) return { not: nodeOf(raw.not, world) };
  return "all" in raw
    ? { all: raw.all.map((child) => nodeOf(child, world)) }
    : { any: raw.any.map((child) => nodeOf(child, world)) };
};

/** Wrapped as deep as is accepted, which changes nothing, or by an odd number of `not` the opposite. */
function deepened(node: ConditionNode, throwOf: number): ConditionNode {
  const wraps = throwOf % 9 === 8 ? 4 : throwOf % 9 === 7 ? 1 : 0;
  return Array.from({ length: wraps }).reduce<ConditionNode>(
    (inner, _, place) => at([{ not: inner }, { any: [inner] }, { all: [inner] }], (throwOf >> 4) + place),
    node,
  );
}

interface RawGroup {
  own: Dice;
  nodes: RawNode[];
}
const rawGroup: fc.Arbitrary<RawGroup> = fc.record({ own: dice(6), nodes: list(rawNode, 1, 3) });

/** What the first conditions of a choosy group ask of a text. */
const ANCHORING: readonly OperatorName[] = [
  ...(["isAnyOf", "isAnyOf", "isAnyOf", "isAnyOf"] as const),
  ...(["matchesWildcard", "contains", "startsWith", "endsWith"] as const),
];

/** How choosy the groups of a document are, so that few of many match. */
interface Choosiness {
  /** Percent of the groups that are. */
  anchored: number;
  /** Of how many different texts each asks for a few. */
  texts: number;
}

function conditionsOf({ own, nodes }: RawGroup, world: World, { anchored, texts }: Choosiness) {
  const [seldom = 0, which = 0, value = 0, more = 0, deep = 0] = own;
  const made = nodes.map((node, place) => deepened(nodeOf(node, world), deep + place));
  if (seldom % 11 === 10) made.push(made[0] as ConditionNode);
  // As many conditions as a group may have, more or less.
  if (seldom % 401 === 400) {
    made.push({ any: Array.from({ length: 150 }, (_, place) => conditionOf([which, 0, place, 0, place], world)) });
  }
  const anchors = world.facts.filter(canAnchor);
  const asked = (seldom >> 1) % 100 < anchored ? 1 + (more % 3) : 0;
  for (let anchor = 0; anchor < asked; anchor += 1) {
    const values = Array.from({ length: 1 + ((more >> 3) % 3) }, (_, place) => ((value >> anchor) + place) % texts);
    const { key } = at(anchors, which + anchor);
    const operator = at(ANCHORING, more >> (5 + anchor));
    const named = values.map((text) => textOf(world, text, more));
    made.unshift({ fact: key, operator, value: named.map((text) => LISTED[operator]?.(text, value) ?? text) });
  }
  return { all: which % 2 === 0 ? made : made.toReversed() };
}

const COUPON = "coupon";
const payoutOf = (throwOf: number) => ({
  type: "payout",
  params: { payout: { model: throwOf % 3 === 2 ? "lifetime" : "CPS", partner: { fixed: "1" } } },
});

interface RawDocument {
  own: Dice;
  groups: RawGroup[];
  personal: RawGroup[];
}
const rawDocument = (groups: fc.Arbitrary<RawGroup[]>): fc.Arbitrary<RawDocument> =>
  fc.record({ own: dice(6), groups, personal: list(rawGroup, 0, 3) });

/** Sizes on both sides of what an index may treat alike. */
const FEW_GROUPS = rawDocument(
  fc.oneof(
    { weight: 2, arbitrary: list(rawGroup, 0, 6) },
    { weight: 4, arbitrary: list(rawGroup, 6, 20) },
    { weight: 1, arbitrary: list(rawGroup, 17, 60) },
  ),
);
const MANY_GROUPS = rawDocument(list(rawGroup, 60, 300));

function documentOf({ own, groups, personal }: RawDocument, world: World): object {
  const [zone = 0, level = 0, anchored = 0, custom = 0, fallback = 0] = own;
  // Many groups of which none is choosy would never be reached.
  const share = groups.length > 60 ? at([95, 100], anchored) : at([0, 0, 50, 90], anchored);
  const choosiness = { anchored: share, texts: at([2, 3, 5, 12, world.texts.length], anchored >> 4) };
  return {
    ...{ schema: "firstmatch/terms@1", name: "Odd", currency: "USD", timezone: at(ODD_ZONES, zone) },
    events: [
      {
        ...{ type: "sale", name: "Sale", level: at(["order", "item"], level), customGroups: custom % 20 !== 19 },
        default: { payout: payoutOf(fallback).params.payout },
        groups: groups.map((raw, place) => ({
          ...{ id: `g${place}`, name: `Group ${place}`, enabled: (raw.own[5] ?? 0) % 10 !== 9 },
          conditions: conditionsOf(raw, world, choosiness),
          event: payoutOf(raw.own[5] ?? 0),
        })),
        personal: personal.map((raw, place) => ({
          ...{ id: `d${place}`, title: `Deal ${place}`, enabled: (raw.own[5] ?? 0) % 10 !== 9 },
          partners: ["p-1", "p-2"].slice(0, (raw.own[1] ?? 0) % 3 === 0 ? 1 : 2),
          ...((raw.own[1] ?? 0) % 3 === 0 && { couponCode: `${COUPON}${place}` }),
          conditions: (raw.own[2] ?? 0) % 3 === 0 ? { all: [] } : conditionsOf(raw, world, { anchored: 0, texts: 1 }),
          event: payoutOf(raw.own[5] ?? 0),
        })),
      },
    ],
  };
}

/** Around the edges of a date in a time zone, to the millisecond, with the offset or digits that pass for more. */
function momentOf({ dates }: World, zone: string, which = 0, how = 0): string {
  const local = DateTime.fromISO(at(dates, which), { zone });
  const edges = [
    local,
    local.startOf("day"),
    local.plus({ days: 1 }).startOf("day"),
    local.startOf("hour"),
    local.plus({ hours: how % 48 }),
  ];
  const earliest = Date.UTC(1, 0, 2);
  const moment = new Date(
    Math.max(at(edges, how).toMillis() + at([0, -1, 1, 1_800_000], how >> 3), earliest),
  ).toISOString();
  const day = moment.slice(0, 10);
  return at([moment, moment, moment.replace("Z", "999Z"), moment.replace("Z", "+00:00"), `${day}T00:00Z`], how >> 6);
}

function paramOf(world: World, zone: string, [kind = 0, which = 0, twist = 0, count = 0]: Dice): unknown {
  const text = (place: number) => textOf(world, which + place, twist + place);
  const kinds: (() => unknown)[] = [
    () => text(0),
    () => numberOf(world, which, twist),
    () =>
      Array.from({ length: count % 5 }, (_, place) => (place % 3 === 2 ? numberOf(world, which, place) : text(place))),
    () => Number(at(world.numbers, which)),
    () => at(ODD_JSON_NUMBERS, which),
    () => at([true, false, "TRUE", "False", ["true"]], which),
    () => at([at(world.dates, which), momentOf(world, zone, which, twist)], twist),
    () => at(["", [], [""], ["", text(0)], null, " 1", "1.", ".5", "1e3"], which),
  ];
  return at(kinds, kind)();
}

const THROWS_PER_FACT = 4;
interface RawEvent {
  own: Dice;
  facts: Dice[];
  items: Dice[][];
  past: Dice;
}
const rawEvent: fc.Arbitrary<RawEvent> = fc.record({
  own: dice(6),
  facts: list(dice(THROWS_PER_FACT), 8, 8),
  items: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Dice[][]>([]) },
    { weight: 1, arbitrary: list(list(dice(THROWS_PER_FACT), 6, 6), 0, 5) },
  ),
  past: dice(4),
});

function eventOf({ own, facts, items, past }: RawEvent, world: World, zone: string): Questions["events"][number] {
  const [partner = 0, code = 0, moment = 0, edge = 0, without = 0] = own;
  const sent: Record<string, unknown> = {
    ...{ eventType: "sale", occurredAt: momentOf(world, zone, moment, edge) },
    partnerId: at(["p-1", "p-2", "p-1", "P-1", "", null, undefined], partner),
    ...(code % 3 === 0 && { promoCode: at([`${COUPON}0`, COUPON.toUpperCase(), "Coupon1"], code >> 2) }),
  };
  const params: Record<string, unknown> = {};
  world.facts.forEach((fact, place) => {
    const throws = facts[place % facts.length] as Dice;
    if (fact.itemField || fact.derived || fact.key === "occurredAt" || (throws[0] ?? 0) % 8 === 7) return;
    const name = fact.kind === "any" ? fact.key.slice("params.".length) : undefined;
    // The reader of events drops that name, as it drops what sets a prototype.
    if (name === "__proto__") return;
    if (name !== undefined) params[name] = paramOf(world, zone, throws);
    else if (fact.key !== "partnerId" || (partner >> 3) % 3 === 0) sent[fact.key] = fieldOf(fact, world, zone, throws);
  });
  const lines = items.map((throws) =>
    Object.fromEntries(
      FACTS.flatMap((fact, place) => {
        const its = throws[place % throws.length] as Dice;
        if (!("itemField" in fact) || (its[0] ?? 0) % 6 === 5) return [];
        return [[fact.itemField, fieldOf(fact, world, zone, its)]];
      }),
    ),
  );
  return {
    sent: {
      ...sent,
      ...(Object.keys(params).length > 0 && { params: without % 12 === 11 ? null : params }),
      ...((lines.length > 0 || without % 2 === 0) && { items: lines }),
    },
    past: pastOf(world, past),
  };
}

function fieldOf(fact: FactDefinition, world: World, zone: string, [, which = 0, twist = 0, other = 0]: Dice): unknown {
  if (other % 16 === 15) return null;
  if (fact.kind === "date") return momentOf(world, zone, which, twist);
  if (fact.kind === "text")
    return at(
      [textOf(world, which, twist), textOf(world, which, twist), `${textOf(world, which)}${textOf(world, other)}`],
      other,
    );
  const number = numberOf(world, which, twist).replace("-", "");
  return numberAsSent(fact.input === "count" ? (number.split(".")[0] as string) : number, other);
}

function pastOf(world: World, throws: Dice): PartnerPast {
  return Object.fromEntries(
    FACTS.flatMap((fact, place) =>
      "past" in fact
        ? [
            [
              fact.key,
              at(
                [numberOf(world, throws[place % 4], place).replace("-", ""), null, undefined],
                throws[(place + 1) % 4],
              ),
            ],
          ]
        : [],
    ),
  );
}

const questionsAbout = (document: fc.Arbitrary<RawDocument>, most: number): fc.Arbitrary<Questions> =>
  fc
    .record({ world: dice(24), documents: list(document, 2, 2), events: list(rawEvent, 1, most) })
    .map(({ world: throws, documents, events }) => {
      const world = worldOf(throws);
      const zones = documents.map(({ own }) => at(ODD_ZONES, own[0]));
      return {
        documents: documents.map((raw) => documentOf(raw, world)),
        events: events.map((raw, place) => eventOf(raw, world, at(zones, place))),
      };
    });

/** About documents of up to 60 groups, 1 to 40 events; twenty on average. */
export const oddQuestions = questionsAbout(FEW_GROUPS, 40);
/** About documents of 60 to 300 groups, 1 to 120 events; sixty on average. */
export const manyOddQuestions = questionsAbout(MANY_GROUPS, 120);
