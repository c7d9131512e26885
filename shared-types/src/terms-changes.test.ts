import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Payout } from "./payout.ts";
import { SETUP_DEFAULTS } from "./payout.ts";
import { arbitraryTerms } from "./terms.arbitrary.ts";
import { type PayoutGroup, parseTerms, type Terms, type TermsEvent } from "./terms.ts";
import { termsChanges } from "./terms-changes.ts";

const group = (id: string, name: string, percent = "12", more: Partial<PayoutGroup> = {}): PayoutGroup => ({
  id,
  name,
  conditions: { all: [{ fact: "customerStatus", operator: "isAnyOf", value: ["New"] }] },
  event: { type: "payout", params: { payout: { model: "CPS", partner: { percent } } } },
  ...more,
});
const sale = (more: Partial<TermsEvent> = {}): TermsEvent => ({
  type: "sale",
  name: "Online sale",
  level: "order",
  default: { payout: { model: "CPS", partner: { percent: "10" } } },
  ...more,
});
const terms = (...events: TermsEvent[]): Terms => ({
  schema: "firstmatch/terms@1",
  name: "Standard",
  currency: "USD",
  timezone: "America/New_York",
  events,
});
const told = (before: Terms | null, after: Terms) => termsChanges(before, after).map(({ sentence }) => sentence);
const [a, b, c] = [group("a", "A"), group("b", "B"), group("c", "C")];

describe("what differs between two terms, in sentences", () => {
  it.each<[string, Terms, Terms]>([
    [
      "Group “A”: the payout was 12 % of the order, is now 15 % of the order",
      terms(sale({ groups: [a] })),
      terms(sale({ groups: [group("a", "A", "15")] })),
    ],
    ["Group “C”: moved from rank 3 to rank 1", terms(sale({ groups: [a, b, c] })), terms(sale({ groups: [c, a, b] }))],
    ["Group “A”: turned off", terms(sale({ groups: [a] })), terms(sale({ groups: [{ ...a, enabled: false }] }))],
    ["Group “B”: removed", terms(sale({ groups: [a, b, c] })), terms(sale({ groups: [a, c] }))],
    [
      "Group “B”: added at rank 2: 12 % of the order for Customer status is New",
      terms(sale({ groups: [a, c] })),
      terms(sale({ groups: [a, b, c] })),
    ],
    [
      "Group “Z”: the name was “A”, is now “Z”",
      terms(sale({ groups: [a] })),
      terms(sale({ groups: [{ ...a, name: "Z" }] })),
    ],
    [
      "Group “A”: the criteria were “Customer status is New”, are now “City is A or B”",
      terms(sale({ groups: [a] })),
      terms(
        sale({
          groups: [{ ...a, conditions: { all: [{ fact: "city", operator: "isAnyOf", value: ["A", "B"] }] } }],
        }),
      ),
    ],
    [
      "Event type “Lead”: added at place 2: $5.00 per action by default, with 0 payout groups",
      terms(sale()),
      terms(sale(), {
        type: "lead",
        name: "Lead",
        level: "order",
        default: { payout: { model: "CPA", partner: { fixed: "5" } } },
      }),
    ],
    ["Event type “Online sale”: the level was order, is now item", terms(sale()), terms(sale({ level: "item" }))],
    [
      "Event type “Online sale”: the switch for its payout groups was on, is now off",
      terms(sale()),
      terms(sale({ customGroups: false })),
    ],
    [
      "Default payout: the visibility was public, is now private",
      terms(sale()),
      terms(sale({ default: { ...sale().default, setup: { visibility: "private" } } })),
    ],
    ["Terms: the currency was USD, is now EUR", terms(sale()), { ...terms(sale()), currency: "EUR" }],
    ["Terms: the rounding was half-up, is now half-even", terms(sale()), { ...terms(sale()), rounding: "half-even" }],
  ])("%s", (sentence, before, after) => expect(told(before, after)).toEqual([sentence]));

  it("names by itself what the payout's sentence leaves out", () => {
    const withPostback = (margin: string): Payout => ({
      model: "CPS",
      partner: { percent: "10" },
      postback: { mode: "ignored", modifier: "100", margin },
    });
    expect(
      told(
        terms(sale({ default: { payout: withPostback("20") } })),
        terms(sale({ default: { payout: withPostback("30") } })),
      ),
    ).toEqual(["Default payout: the margin of the postback's payout was 20 %, is now 30 %"]);
  });

  it("points into the newer document", () =>
    expect(
      termsChanges(terms(sale({ groups: [a, b] })), terms(sale({ groups: [a, { ...b, enabled: false }] }))),
    ).toEqual([
      {
        kind: "changed",
        pointer: "/events/0/groups/1/enabled",
        eventType: "sale",
        groupId: "b",
        sentence: "Group “B”: turned off",
      },
    ]));

  it("tells everything of terms that were never published", () =>
    expect(told(null, terms(sale({ groups: [a] })))).toEqual([
      "Terms “Standard”: new",
      "Event type “Online sale”: added at place 1: 10 % of the order by default, with 1 payout group",
    ]));

  it.each<[string, Terms, Terms]>([
    [
      "a default that is written out",
      terms(sale()),
      { ...terms(sale({ customGroups: true, groups: [] })), rounding: "half-up" },
    ],
    [
      "more digits of the same amount",
      terms(sale({ groups: [a] })),
      terms(sale({ groups: [group("a", "A", "12.00")] })),
    ],
  ])("takes %s for no change", (_, before, after) => expect(told(before, after)).toEqual([]));
});

describe("the list of changes over generated documents", () => {
  const seed = 20_261_121;
  const options = { seed, numRuns: 500 };

  it("generates documents that the schema takes", () => {
    fc.assert(
      fc.property(arbitraryTerms, (document) => {
        expect(parseTerms(document)).toMatchObject({ ok: true });
      }),
      { seed, numRuns: 100 },
    );
  });

  it("is empty between a document and itself", () => {
    fc.assert(
      fc.property(arbitraryTerms, (document) => {
        expect(termsChanges(document, structuredClone(document))).toEqual([]);
      }),
      options,
    );
  });

  it("is empty exactly when the documents say the same, whichever one field was taken from another document", () => {
    const grafted = fc.tuple(arbitraryTerms, arbitraryTerms, fc.nat()).map(([document, donor, pick]) => {
      const paths = commonPaths(document, donor);
      return { document, changed: graft(document, donor, paths[pick % paths.length] as Step[]) as Terms };
    });
    let differing = 0;
    fc.assert(
      fc.property(grafted, ({ document, changed }) => {
        fc.pre(parseTerms(changed).ok);
        const differ = JSON.stringify(meaning(document)) !== JSON.stringify(meaning(changed));
        if (differ) differing += 1;
        const changes = termsChanges(document, changed);
        expect(changes.length > 0).toBe(differ);
        for (const { sentence } of changes) expect(sentence).not.toMatch(/undefined|\[object|was (.+), is now \1$/);
      }),
      { seed, numRuns: 1_500 },
    );
    expect(differing).toBeGreaterThan(500);
  });
});

type Step = string | number;
type Tree = Record<Step, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** Every place that either document has below a place that both have, so that a graft can add, change and remove. */
function commonPaths(left: unknown, right: unknown, path: Step[] = []): Step[][] {
  if (!isTree(left) || !isTree(right) || Array.isArray(left) !== Array.isArray(right)) return [path];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const below = keys.flatMap((key) =>
    commonPaths(left[key], right[key], [...path, Array.isArray(left) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

function graft(into: unknown, from: unknown, [step, ...rest]: Step[]): unknown {
  if (step === undefined) return structuredClone(from);
  const copy = structuredClone(into) as Tree;
  const grown = graft(copy[step], (from as Tree)[step], rest);
  if (Array.isArray(copy) && Number(step) >= copy.length) copy.push(grown);
  else if (grown !== undefined) copy[step] = grown;
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else delete copy[step];
  return copy;
}

/** The document with every default written out and every decimal in one form; told apart from termsChanges on purpose. */
function meaning(document: Terms): unknown {
  const full = structuredClone(document);
  full.rounding ??= "half-up";
  for (const event of full.events) {
    event.customGroups ??= true;
    event.groups ??= [];
    event.personal ??= [];
    event.default.setup = { ...SETUP_DEFAULTS, ...event.default.setup };
    for (const rule of [...event.groups, ...event.personal]) {
      rule.enabled ??= true;
      rule.event.params.setup ??= {};
    }
    for (const { payout } of [
      event.default,
      ...[...event.groups, ...event.personal].map((rule) => rule.event.params),
    ]) {
      payout.goals ??= [];
      payout.postback ??= { mode: "ignored" };
      payout.overrideRevenueShare ??= true;
    }
  }
  return sorted(full);
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isTree(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};
