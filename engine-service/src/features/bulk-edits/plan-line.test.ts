import type { Edit, Payout, PersonalPayout, TermsEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { personalPayout, saleTerms } from "../../testing/test-service.ts";
import { memberKey } from "../members/member-store.ts";
import { type PersonalPayoutRecord, personalKey } from "../personal-payouts/personal-payout-store.ts";
import type { KnownPromoCode } from "../promo-codes/code-book.ts";
import { codeKey } from "../promo-codes/promo-code-store.ts";
import type { EditScope, MemberState } from "./plan.ts";
import { planLine } from "./plan-line.ts";

const JOINED = "2026-01-01T00:00:00.000Z";
const NOW = "2026-11-20T10:00:00.000Z";
const LATER = "2026-12-01T05:00:00.000Z";

const NAMES: Record<string, string> = { standard: "Standard", gold: "Gold" };

const SCOPE: EditScope = {
  program: "acme",
  currency: "USD",
  at: NOW,
  words: {
    timezone: "America/New_York",
    terms: (id) => (id === null ? "the default terms" : (NAMES[id] ?? id)),
  },
  defaultTerms: "standard",
  events: new Map([["standard", { event: saleTerms("10").events[0] as TermsEvent, faults: [] }]]),
};

const from = <T>(value: T, moment = JOINED) => ({ from: moment, value });

/** An active member without terms of its own, since long ago. */
const member = (more: Partial<NonNullable<MemberState["member"]>> = {}): NonNullable<MemberState["member"]> => ({
  _id: memberKey("acme", "p-7"),
  ...{ program: "acme", partner: "p-7", joinedAt: JOINED, revision: 1 },
  ...{ enrolled: [from(true)], terms: [from(null)], active: [from(true)], dates: [from({ from: null, until: null })] },
  ...more,
});

const state = (more: Partial<MemberState> = {}): MemberState => ({
  ...{ partner: "p-7", name: "Anna", member: member() },
  ...{ codes: [], links: [], personal: [] },
  ...more,
});

const code = (text: string, more: object = {}, replaces: string | null = null): KnownPromoCode => ({
  _id: codeKey("acme", text),
  ...{ program: "acme", code: text, partner: "p-7", replaces, createdAt: JOINED, revision: 1 },
  holding: [from({ partner: "p-7", active: true, from: null, until: null, ...more })],
});

const link = (name: string, active: boolean) => ({
  ...{ _id: name, program: "acme", partner: "p-7", name, url: "https://shop.example", active },
  ...{ revision: 1, createdAt: JOINED },
});

const PLACE = { program: "acme", terms: "standard", eventType: "sale" };

const personal = (payout: PersonalPayout, more: object = {}): PersonalPayoutRecord => ({
  ...PLACE,
  ...{ _id: personalKey(PLACE, payout.id), order: payout.id, revision: 1, couponCode: null, removed: false },
  ...{ history: [{ revision: 1, inForceFrom: JOINED, payout }], partners: payout.partners },
  ...{ changedAt: JOINED, changedBy: "test" },
  ...more,
});

const CPS = (percent: string): Payout => ({ model: "CPS", partner: { percent } });
const deal = (payout: Payout): Edit => ({ kind: "personal-payout", eventType: "sale", title: "Deal", payout });
const OWN = personalPayout("own", "p-7", "20");
const NOT_IN = { member: member({ enrolled: [from(true), from(false, "2026-05-01T00:00:00.000Z")] }) };

type Row = [what: string, state: Partial<MemberState>, edit: Edit, planned: string];

const ROWS: Row[] = [
  ["a partner", { member: undefined }, { kind: "join", terms: null }, "done: joins under the default terms"],
  ["one who left", NOT_IN, { kind: "join", terms: "gold" }, "done: joins again under Gold"],
  ["a member", {}, { kind: "join", terms: "gold" }, "unchanged: is a member already"],
  [
    "a stranger",
    { name: undefined, member: undefined },
    { kind: "join", terms: null },
    "refused: is no partner; add it first",
  ],
  [
    "a partner",
    { member: undefined },
    { kind: "join", terms: null, code: true },
    "done: joins under the default terms, and gets a promo code",
  ],

  ["a member", {}, { kind: "move", terms: "gold" }, "done: moves from the default terms to Gold"],
  [
    "one who has it",
    { member: member({ terms: [from("gold")] }) },
    { kind: "move", terms: "gold" },
    "unchanged: is so already",
  ],
  [
    "a member",
    {},
    { kind: "move", terms: "gold", termsFrom: LATER },
    "done: moves from the default terms to Gold from Dec 1, 2026",
  ],
  [
    "one who will have it by then",
    { member: member({ terms: [from(null), from("gold", "2026-11-30T00:00:00.000Z")] }) },
    { kind: "move", terms: "gold", termsFrom: LATER },
    "unchanged: is so already",
  ],
  ["one who left", NOT_IN, { kind: "move", terms: "gold" }, "refused: is no member of this program"],
  ["no member", { member: undefined }, { kind: "status", active: false }, "refused: is no member of this program"],

  ["a member", {}, { kind: "status", active: false }, "done: is deactivated"],
  ["a member", {}, { kind: "status", active: true }, "unchanged: is so already"],

  ["a member", {}, { kind: "dates", until: LATER }, "done: is paid until Dec 1, 2026"],
  ["a member", {}, { kind: "dates", until: null }, "unchanged: is so already"],
  [
    "one who begins later",
    { member: member({ dates: [from({ from: LATER, until: null })] }) },
    { kind: "dates", until: NOW },
    `refused: until must be after from, ${LATER}; ${NOW} is not, so nothing would ever be paid`,
  ],

  ["one without codes", {}, { kind: "codes", active: false }, "unchanged: has no promo codes"],
  ["one code", { codes: [code("A")] }, { kind: "codes", active: false }, "done: A is deactivated"],
  [
    "five codes",
    { codes: ["A", "B", "C", "D", "E"].map((text) => code(text)) },
    { kind: "codes", active: false },
    "done: A, B, C and 2 more are deactivated",
  ],
  ["a code", { codes: [code("A")] }, { kind: "codes", active: true }, "unchanged: has no promo code to be activated"],
  [
    "an inactive code",
    { codes: [code("A", { active: false }), code("B")] },
    { kind: "codes", active: true },
    "done: A is activated",
  ],
  [
    "a code that was re-issued",
    { codes: [code("A", { active: false }), code("B", {}, "A")] },
    { kind: "codes", active: true },
    "unchanged: has no promo code to be activated",
  ],
  [
    "a code that was re-issued and runs out",
    { codes: [code("A", { until: LATER }), code("B", {}, "A")] },
    { kind: "codes", active: false },
    "done: A and B are deactivated",
  ],

  [
    "two codes",
    { codes: [code("A"), code("B")] },
    { kind: "code-dates", until: LATER },
    "done: A and B count until Dec 1, 2026",
  ],
  [
    "one of two codes",
    { codes: [code("A", { until: LATER }), code("B")] },
    { kind: "code-dates", until: "2026-12-01T00:00:00-05:00" },
    "done: B counts until Dec 1, 2026",
  ],
  [
    "codes that never end",
    { codes: [code("A")] },
    { kind: "code-dates", until: null },
    "unchanged: has promo codes with these dates already",
  ],
  [
    "a code that begins later",
    { codes: [code("A", { from: LATER })] },
    { kind: "code-dates", until: NOW },
    "refused: has the promo code A, which could never count: from Dec 1, 2026 until Nov 20, 2026, 05:00",
  ],

  ["a code", { codes: [code("A")] }, { kind: "reissue-codes" }, "done: A is re-issued and stops"],
  [
    "two codes",
    { codes: [code("A"), code("B")] },
    { kind: "reissue-codes", oldUntil: LATER },
    "done: A and B are re-issued, the old ones run out Dec 1, 2026",
  ],
  [
    "an inactive code, and one that has run out",
    { codes: [code("A", { active: false }), code("B", { until: NOW })] },
    { kind: "reissue-codes" },
    "unchanged: has no active promo codes",
  ],
  [
    "a code that was re-issued and still runs",
    { codes: [code("A", { until: LATER }), code("B", {}, "A")] },
    { kind: "reissue-codes" },
    "done: B is re-issued and stops",
  ],

  ["no links", {}, { kind: "links", active: false }, "unchanged: has no links"],
  [
    "a link of each kind",
    { links: [link("Shoes", true), link("Boots", false)] },
    { kind: "links", active: false },
    "done: Shoes is deactivated",
  ],
  [
    "inactive links",
    { links: [link("Shoes", false)] },
    { kind: "links", active: false },
    "unchanged: has inactive links already",
  ],

  ["none", {}, deal(CPS("15")), 'done: gets the personal payout "Deal": 15 % of the order'],
  [
    "its own",
    { personal: [personal(OWN)] },
    deal(CPS("15")),
    'done: is paid 15 % of the order by "own", not 20 % of the order',
  ],
  [
    "its own, of another model",
    { personal: [personal(OWN)] },
    deal({ model: "CPC", partner: { fixed: "0.5" } }),
    'done: is paid $0.50 per click by "own", not 20 % of the order',
  ],
  ["its own, the same", { personal: [personal(OWN)] }, deal(CPS("20")), 'unchanged: has this payout already, as "own"'],
  [
    "one with a coupon code",
    { personal: [personal({ ...OWN, couponCode: "ANNA" })] },
    deal(CPS("20")),
    'done: gets the personal payout "Deal": 20 % of the order',
  ],
  [
    "one of other terms",
    { personal: [personal(OWN, { terms: "gold" })] },
    deal(CPS("20")),
    'done: gets the personal payout "Deal": 20 % of the order',
  ],
  [
    "one of another event type",
    { personal: [personal(OWN, { eventType: "lead" })] },
    deal(CPS("20")),
    'done: gets the personal payout "Deal": 20 % of the order',
  ],
  [
    "two",
    { personal: [personal(OWN), personal(personalPayout("second", "p-7", "1"))] },
    deal(CPS("15")),
    'refused: has 2 personal payouts, "own" and "second"; change the one that is meant by itself',
  ],
  [
    "a shared one",
    { personal: [personal({ ...OWN, partners: ["p-7", "p-8"] })] },
    deal(CPS("15")),
    'refused: shares the personal payout "own" with 1 other partner; change it by itself',
  ],
  [
    "one that is switched off",
    { personal: [personal({ ...OWN, enabled: false })] },
    deal(CPS("15")),
    'refused: has the personal payout "own", which is switched off; switch it on or remove it first',
  ],
  [
    "terms without that event type",
    { member: member({ terms: [from("gold")] }) },
    deal(CPS("15")),
    'refused: is paid by Gold, which has no event type "sale"',
  ],

  [
    "its own",
    { personal: [personal(OWN)] },
    { kind: "remove-personal-payout", eventType: "sale" },
    'done: loses the personal payout "own"',
  ],
  [
    "one with a coupon code",
    { personal: [personal({ ...OWN, couponCode: "ANNA" })] },
    { kind: "remove-personal-payout", eventType: "sale" },
    "unchanged: has no personal payout without a coupon code",
  ],
  [
    "a shared one",
    { personal: [personal({ ...OWN, partners: ["p-7", "p-8", "p-9"] })] },
    { kind: "remove-personal-payout", eventType: "sale" },
    'refused: shares the personal payout "own" with 2 other partners; change it by itself',
  ],
];

describe("the plan of a bulk edit", () => {
  it.each(ROWS.map(([what, more, edit, planned]) => ({ what, more, edit, planned, kind: edit.kind })))(
    "$kind, $what → $planned",
    ({ more, edit, planned }) => {
      const { result, sentence } = planLine(SCOPE, state(more), edit);
      expect(`${result}: ${sentence}`).toBe(planned);
    },
  );

  it("keeps title and criteria of a personal payout that it changes, and its setup unless another one comes along", () => {
    const setup = { visibility: "private" as const };
    const own = personal({
      ...OWN,
      event: { type: "payout", params: { payout: CPS("20"), setup } },
    });
    expect(planLine(SCOPE, state({ personal: [own] }), deal(CPS("20"))).result).toBe("unchanged");
    const edit: Edit = { ...deal(CPS("20")), setup: { visibility: "public" } } as Edit;
    expect(planLine(SCOPE, state({ personal: [own] }), edit).result).toBe("done");
  });
});
