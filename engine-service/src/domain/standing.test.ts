import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import { type Circumstances, isMemberAt, type Membership, obstacles, shareOf, termsAt } from "./standing.ts";

const JOINED = "2026-11-01T00:00:00.000Z";
const M = "2026-11-20T10:00:00.000Z";
const LATER = "2026-12-01T00:00:00.000Z";
const at = (moment: string) => Date.parse(moment);
const just = (moment: string, milliseconds: number) => at(moment) + milliseconds;
const since = <T>(value: T, from = JOINED) => [{ from, value }];

const member = (more: Partial<Membership> = {}): Membership => ({
  enrolled: since(true),
  terms: since("gold"),
  active: since(true),
  dates: since({ from: null, until: null }),
  ...more,
});
const PARTNER = { status: "active", revenueShare: null, programRevenueShares: {} } as const;
const OPEN = { status: "active", access: "open" } as const;
const MEMBERS_ONLY = { status: "active", access: "members-only" } as const;
const circumstances = (more: Partial<Circumstances> = {}): Circumstances => ({
  ...{ program: OPEN, partnerId: "anna", partner: PARTNER, member: member() },
  ...more,
});
const found = (more: Partial<Circumstances>, moment = at(M)) => obstacles(circumstances(more), moment);

describe("may it be paid", () => {
  it.each<[string, Partial<Circumstances>, string | null]>([
    ["an active member of an active program", {}, null],
    ["a stranger in an open program", { partner: undefined, member: undefined }, null],
    ["nobody in an open program", { partnerId: null, partner: undefined, member: undefined }, null],
    ["a stranger where members only are paid", { program: MEMBERS_ONLY, member: undefined }, "not-a-member"],
    [
      "nobody where members only are paid",
      { program: MEMBERS_ONLY, partnerId: null, member: undefined },
      "not-a-member",
    ],
    ["a member where members only are paid", { program: MEMBERS_ONLY }, null],
    ["in a paused program", { program: { ...OPEN, status: "paused" } }, "not-active"],
    ["in an ended program", { program: { ...OPEN, status: "ended" } }, "not-active"],
    ["an inactive partner", { partner: { ...PARTNER, status: "inactive" } }, "not-active"],
    [
      "an inactive partner who is no member",
      { partner: { ...PARTNER, status: "inactive" }, member: undefined },
      "not-active",
    ],
    ["an inactive member", { member: member({ active: since(false) }) }, "not-active"],
    [
      "a member who was taken out, in an open program",
      { member: member({ enrolled: [...since(true), { from: M, value: false }], active: since(false) }) },
      null,
    ],
    [
      "a member who was taken out, where members only are paid",
      { program: MEMBERS_ONLY, member: member({ enrolled: [...since(true), { from: M, value: false }] }) },
      "not-a-member",
    ],
    ["from this very moment on", { member: member({ dates: since({ from: M, until: null }) }) }, null],
    ["from later on", { member: member({ dates: since({ from: LATER, until: null }) }) }, "not-active"],
    ["until later", { member: member({ dates: since({ from: null, until: LATER }) }) }, null],
    ["until this very moment", { member: member({ dates: since({ from: null, until: M }) }) }, "not-active"],
  ])("%s", (_label, more, reason) => {
    expect(found(more)[0]?.reason ?? null).toBe(reason);
  });

  it.each<[string, Partial<Circumstances>, string[]]>([
    ["the program", { program: { ...OPEN, status: "ended" } }, ["The program was ended when the event occurred."]],
    [
      "the partner",
      { partner: { ...PARTNER, status: "inactive" } },
      ["The partner anna was inactive when the event occurred."],
    ],
    [
      "the membership",
      { member: member({ active: since(false) }) },
      ["The membership of anna was not active when the event occurred."],
    ],
    [
      "its dates",
      { member: member({ dates: since({ from: LATER, until: null }) }) },
      [`The membership of anna begins at ${LATER}.`],
    ],
    [
      "who is no member",
      { program: MEMBERS_ONLY, member: undefined },
      ["anna was no member when the event occurred, and the program pays members only."],
    ],
    [
      "that there is no partner",
      { program: MEMBERS_ONLY, partnerId: null, member: undefined },
      ["The event belongs to no partner, and the program pays members only."],
    ],
    [
      "every cause",
      {
        program: { ...OPEN, status: "paused" },
        partner: { ...PARTNER, status: "inactive" },
        member: member({ active: since(false), dates: since({ from: null, until: JOINED }) }),
      },
      [
        "The program was paused when the event occurred.",
        "The partner anna was inactive when the event occurred.",
        "The membership of anna was not active when the event occurred.",
        `The membership of anna ended at ${JOINED}.`,
      ],
    ],
  ])("says why not: %s", (_label, more, notes) => {
    expect(found(more).map(({ note }) => note)).toEqual(notes);
  });
});

describe("a member along time", () => {
  const moving = member({
    enrolled: [...since(true), { from: LATER, value: false }],
    terms: [
      ...since<string | null>("gold"),
      { from: M, value: "silver" },
      { from: "2026-11-25T00:00:00.000Z", value: null },
    ],
  });
  it.each([
    ["before joining: no member", just(JOINED, -1), false, null],
    ["from joining on: the terms it joined under", at(JOINED), true, "gold"],
    ["up to a move: the old terms", just(M, -1), true, "gold"],
    ["from the move on: the new ones", at(M), true, "silver"],
    ["moved to the default: none of its own", at("2026-11-25T00:00:00.000Z"), true, null],
    ["taken out: no member", at(LATER), false, null],
  ])("%s", (_label, moment, isMember, terms) => {
    expect([isMemberAt(moving, moment), termsAt(moving, moment)]).toEqual([isMember, terms]);
  });

  it("was none before it joined, also when its dates begin earlier", () => {
    const early = member({ dates: since({ from: "2020-01-01T00:00:00.000Z", until: null }) });
    expect(found({ program: MEMBERS_ONLY, member: early }, just(JOINED, -1))[0]?.reason).toBe("not-a-member");
  });

  it(`is decided the same whatever is added for later (seed ${SEED})`, () =>
    fc.assert(
      fc.property(
        fc.integer({ min: at(JOINED) - 1_000, max: at(LATER) }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom<string | null>("gold", "silver", null),
        fc.boolean(),
        (moment, ahead, terms, flag) => {
          const from = new Date(moment + ahead).toISOString();
          const before = member();
          const after = member({
            enrolled: [...before.enrolled, { from, value: flag }],
            terms: [...before.terms, { from, value: terms }],
            active: [...before.active, { from, value: flag }],
            dates: [...before.dates, { from, value: { from, until: from } }],
          });
          expect(termsAt(after, moment)).toBe(termsAt(before, moment));
          expect(found({ member: after }, moment)).toEqual(found({ member: before }, moment));
        },
      ),
      { numRuns: 1_000, seed: SEED },
    ));
});

describe("the revenue share", () => {
  it.each([
    ["70", {}, "acme", "70"],
    ["70", { acme: "50" }, "acme", "50"],
    ["70", { other: "50" }, "acme", "70"],
    [null, { acme: "50" }, "acme", "50"],
    [null, {}, "acme", null],
    ["70", { acme: "0" }, "acme", "0"],
    // Every slug is a program, also one that every object answers to.
    ["70", {}, "constructor", "70"],
  ])("general %s, by program %o → in %s: %s", (revenueShare, programRevenueShares, program, share) => {
    expect(shareOf({ ...PARTNER, revenueShare, programRevenueShares } as never, program)).toBe(share);
  });

  it("is none of a partner who is not stored", () => expect(shareOf(undefined, "acme")).toBeNull());
});
