import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termsAt } from "../../domain/standing.ts";
import { SEED } from "../../testing/arbitraries.ts";
import type { KnownMember } from "./member-book.ts";
import { type MemberPlan, planCallOff, planChange, planJoin, planLeave } from "./member-plan.ts";
import { stateAt } from "./member-state.ts";
import type { Words } from "./member-words.ts";

const NAMES: Record<string, string> = { standard: "Standard", gold: "Gold" };
const WORDS: Words = {
  terms: (id) => (id === null ? "the default terms" : (NAMES[id] ?? id)),
  timezone: "America/New_York",
};

const JOINED = "2026-11-01T00:00:00.000Z";
const NOW = "2026-11-20T10:00:00.000Z";
const LATER = "2026-12-01T05:00:00.000Z";
const LATER_STILL = "2026-12-24T17:30:00.000Z";

const since = <T>(value: T, from = JOINED) => [{ from, value }];
const member = (more: Partial<KnownMember> = {}): KnownMember => ({
  _id: "acme/p-7",
  revision: 1,
  program: "acme",
  partner: "p-7",
  joinedAt: JOINED,
  enrolled: since(true),
  terms: since<string | null>("standard"),
  active: since(true),
  dates: since({ from: null, until: null } as { from: string | null; until: string | null }),
  ...more,
});
const planning = member({ terms: [...since<string | null>("standard"), { from: LATER, value: "gold" }] });

const told = (plan: MemberPlan) => ({ result: plan.result, sentence: plan.sentence });

describe("what a change to a member would do", () => {
  it.each([
    ["a move now", { terms: "gold" }, "moves from Standard to Gold"],
    ["a move to the default terms", { terms: null }, "moves from Standard to the default terms"],
    [
      "a move at midnight of its program",
      { terms: "gold", termsFrom: LATER },
      "moves from Standard to Gold from Dec 1, 2026",
    ],
    [
      "a move at another hour, named with an offset",
      { terms: "gold", termsFrom: "2026-12-24T12:30:00-05:00" },
      "moves from Standard to Gold from Dec 24, 2026, 12:30",
    ],
    ["a rest", { active: false }, "is deactivated"],
    ["a beginning", { from: LATER }, "is paid from Dec 1, 2026 on"],
    ["an end", { until: LATER }, "is paid until Dec 1, 2026"],
    ["both", { from: LATER, until: LATER_STILL }, "is paid from Dec 1, 2026 until Dec 24, 2026, 12:30"],
    [
      "several at once",
      { terms: "gold", active: false, until: LATER },
      "moves from Standard to Gold, is deactivated, is paid until Dec 1, 2026",
    ],
  ])("is told in a sentence: %s", (_label, change, sentence) => {
    expect(told(planChange(member(), change, NOW, WORDS))).toEqual({ result: "done", sentence });
  });

  it.each([
    ["the terms it has", { terms: "standard" }],
    ["the terms it has, from later on", { terms: "standard", termsFrom: LATER }],
    ["active", { active: true }],
    ["dates it has", { from: null, until: null }],
  ])("is nothing where it is so already: %s", (_label, change) => {
    expect(told(planChange(member(), change, NOW, WORDS))).toEqual({ result: "unchanged", sentence: "is so already" });
  });

  it.each([
    ["a move in the past", { terms: "gold", termsFrom: "2026-11-20T09:59:59.999Z" }, "/termsFrom", "in the past"],
    ["a moment without terms", { termsFrom: LATER }, "/termsFrom", "terms, which are missing"],
    ["dates turned round", { from: LATER_STILL, until: LATER }, "/until", "must be after from"],
    ["dates of no length", { from: LATER, until: "2026-12-01T00:00:00-05:00" }, "/until", "must be after from"],
  ])("is refused: %s", (_label, change, pointer, why) => {
    const plan = planChange(member(), change, NOW, WORDS);
    if (plan.result !== "refused") throw new Error(plan.sentence);
    expect(plan.problem.faults).toEqual([{ pointer, message: expect.stringContaining(why) }]);
    expect(plan.sentence).toContain(why);
  });

  it("counts new dates together with those that stay", () => {
    const dated = member({ dates: since({ from: LATER, until: null }) });
    expect(planChange(dated, { until: NOW }, NOW, WORDS).result).toBe("refused");
    expect(planChange(dated, { until: NOW, from: null }, NOW, WORDS).result).toBe("done");
  });

  it("is a move that stands alone at its moment: the one planned there before never was", () => {
    const plan = planChange(planning, { terms: "silver", termsFrom: LATER }, NOW, WORDS);
    expect(plan).toMatchObject({
      sentence: "moves from Gold to silver from Dec 1, 2026",
      set: { terms: [...since("standard"), { from: LATER, value: "silver" }] },
    });
  });

  it("leaves planned moves alone when one takes force now", () => {
    const plan = planChange(planning, { terms: null }, NOW, WORDS);
    expect(plan).toMatchObject({
      set: { terms: [...since("standard"), { from: NOW, value: null }, { from: LATER, value: "gold" }] },
      before: { terms: "standard" },
      after: { terms: null },
    });
  });

  it("shows before and after only where they differ", () => {
    expect(planChange(member(), { terms: "gold", active: true, termsFrom: LATER }, NOW, WORDS)).toMatchObject({
      before: { plannedMoves: [] },
      after: { plannedMoves: [{ terms: "gold", from: LATER }] },
    });
  });

  it("never comes before what another process wrote by a clock that is ahead", () => {
    const ahead = member({ active: [...since(true), { from: "2026-11-20T10:00:01.000Z", value: false }] });
    const plan = planChange({ ...ahead }, { active: false }, NOW, WORDS) as MemberPlan & { result: "done" };
    const moment = Date.parse("2026-11-20T10:00:02.000Z");
    expect(stateAt({ ...ahead, ...plan.set }, moment).active).toBe(false);
  });

  /** What any run of changes may be: a move now or later, called off, a leaving, a joining. */
  const step = fc.oneof(
    fc.record({ move: fc.constantFrom("standard", "gold", null), inHours: fc.integer({ min: 0, max: 48 }) }),
    fc.constantFrom("call off" as const, "leave" as const, "join" as const),
  );

  it("never changes what held at an earlier moment", () => {
    const hour = (count: number) => new Date(Date.parse(JOINED) + count * 3_600_000).toISOString();
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = member();
        steps.forEach((each, at) => {
          const present = hour(at * 10 + 1);
          const plan =
            each === "leave"
              ? planLeave(now, present, WORDS)
              : each === "join"
                ? planJoin(now, { terms: "gold" }, present, WORDS)
                : each === "call off"
                  ? planCallOff(now, present, WORDS)
                  : planChange(now, { terms: each.move, termsFrom: hour(at * 10 + 1 + each.inHours) }, present, WORDS);
          if (plan.result !== "done") return;
          const next = { ...now, ...plan.set };
          for (let past = 0; past < at * 10 + 1; past++) {
            const moment = Date.parse(hour(past));
            expect([termsAt(next, moment), stateAt(next, moment).active]).toEqual([
              termsAt(now, moment),
              stateAt(now, moment).active,
            ]);
          }
          now = next;
        });
      }),
      { seed: SEED },
    );
  });
});

describe("what a joining would do", () => {
  it.each([
    ["under the default terms", {}, "joins under the default terms"],
    ["under others", { terms: "gold" }, "joins under Gold"],
    ["for a while", { terms: "gold", until: LATER }, "joins under Gold, and is paid until Dec 1, 2026"],
  ])("is told in a sentence: %s", (_label, wanted, sentence) => {
    expect(told(planJoin(null, wanted, NOW, WORDS))).toEqual({ result: "done", sentence });
  });

  it("is refused for a member, and with dates turned round", () => {
    expect(planJoin(member(), {}, NOW, WORDS)).toMatchObject({ result: "refused", problem: { type: "conflict" } });
    const turned = planJoin(null, { from: LATER, until: NOW }, NOW, WORDS);
    expect(turned).toMatchObject({ result: "refused", problem: { type: "invalid", faults: [{ pointer: "/until" }] } });
  });

  it("begins anew after a leaving: active, without the dates and the planned moves of before", () => {
    const before = member({ ...planning, active: since(false), dates: since({ from: null, until: LATER }) });
    const left = planLeave(before, NOW, WORDS);
    if (left.result !== "done") throw new Error(left.sentence);
    expect(left.sentence).toBe("leaves the program, and no longer moves to Gold from Dec 1, 2026");
    const gone = { ...before, ...left.set };
    const again = planJoin(gone, { terms: null }, LATER, WORDS);
    if (again.result !== "done") throw new Error(again.sentence);
    expect(again.sentence).toBe("joins again under the default terms");
    expect(stateAt({ ...gone, ...again.set }, Date.parse(LATER))).toEqual({
      ...{ terms: null, active: true, from: null, until: null, plannedMoves: [] },
    });
  });
});

describe("calling off what is planned", () => {
  it("takes every planned move away, and nothing that is in force", () => {
    expect(planCallOff(planning, NOW, WORDS)).toMatchObject({
      sentence: "no longer moves to Gold from Dec 1, 2026",
      set: { terms: since("standard") },
    });
  });

  it("is nothing where nothing is planned, or the move has taken force", () => {
    for (const [who, at] of [
      [member(), NOW],
      [planning, LATER],
    ] as const)
      expect(planCallOff(who, at, WORDS).result).toBe("unchanged");
  });
});
