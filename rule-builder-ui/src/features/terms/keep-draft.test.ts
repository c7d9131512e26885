import type { Draft, Fault, Terms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/problem-error.ts";
import { moveGroup, removeGroup, switchGroup } from "../payout-groups/group-changes.ts";
import { type Change, type DraftKeeper, type DraftState, keepDraft } from "./keep-draft.ts";
import { draft, group, groupIds, sale, terms } from "./terms.sample.ts";

const refusal = (status: number, errors: Fault[] = []) =>
  new ProblemError({ type: "/problems/x", title: "Refused", status, detail: "Refused.", errors });

/** The service, played by hand: it refuses what is stale, and whatever it is told to. */
class Service {
  now: Draft = draft(1);
  saves: string[] = [];
  refuse: (() => Error | undefined)[] = [];

  load = async () => this.now;
  revision = async () => this.now.revision;
  save = async (revision: number, document: Terms): Promise<Draft> => {
    const error = this.refuse.shift()?.();
    if (error) throw error;
    if (revision !== this.now.revision) throw refusal(412);
    this.saves.push(groupIds(document));
    this.now = draft(revision + 1, structuredClone(document));
    return this.now;
  };

  /** Somebody else saves. */
  saveElsewhere(document: Terms) {
    this.now = draft(this.now.revision + 1, document);
  }
}

const start = () => {
  const service = new Service();
  const keeper = keepDraft(service, service.now);
  return { service, keeper };
};

const until = (keeper: DraftKeeper, fits: (state: DraftState) => boolean) =>
  new Promise<DraftState>((resolve) => {
    const look = () => fits(keeper.state()) && resolve(keeper.state());
    keeper.subscribe(look);
    look();
  });

const cToTop = moveGroup("sale", group("c"), 1);
const bOff = switchGroup("sale", group("b"), false);
const edit: Change = { ...removeGroup("sale", group("a")), fromEditor: true };

describe("a change to the draft", () => {
  it("is shown at once and saved once", async () => {
    const { service, keeper } = start();
    const saved = keeper.change(cToTop);
    expect([groupIds(keeper.state().terms), keeper.state().mark]).toEqual(["c a b", "saving"]);
    expect(await saved).toEqual([]);
    expect([service.saves, keeper.state().mark]).toEqual([["c a b"], "saved"]);
  });

  it("waits for the one before it, and is made from what that one left", async () => {
    const { service, keeper } = start();
    await Promise.all([keeper.change(cToTop), keeper.change(edit)]);
    expect(service.saves).toEqual(["c a b", "c b"]);
    expect(keeper.state()).toMatchObject({ mark: "saved", waiting: [], saved: { revision: 3 } });
  });

  it("leaves what it does not touch the same object, so that only the changed row is drawn anew", async () => {
    const { keeper } = start();
    const before = keeper.state().terms.events[0]?.groups;
    await keeper.change(bOff);
    const after = keeper.state().terms.events[0]?.groups;
    expect([after?.[0] === before?.[0], after?.[1] === before?.[1]]).toEqual([true, false]);
  });

  it("is taken back when it is refused, in the words of the service, and the next one is saved", async () => {
    const { service, keeper } = start();
    const fault = { pointer: "/events/0/groups/0/name", message: "is missing" };
    service.refuse.push(() => refusal(422, [fault]));
    const [refused, saved] = await Promise.all([keeper.change(cToTop), keeper.change(edit)]);
    expect([refused, saved, groupIds(keeper.state().terms)]).toEqual([[fault], [], "b c"]);
  });
});

describe("a draft that has moved on (412)", () => {
  const movedOn = async () => {
    const { service, keeper } = start();
    service.saveElsewhere(terms(sale([group("a"), group("b", { name: "Renamed by Ben" }), group("c")])));
    const answer = keeper.change(cToTop);
    const state = await until(keeper, ({ mark }) => mark === "moved-on");
    return { service, keeper, answer, state };
  };
  const nameOfB = ({ terms: { events } }: DraftState) => events[0]?.groups?.find(({ id }) => id === "b")?.name;

  it("is not overwritten: it tells what they have, and keeps what was done here", async () => {
    const { service, state } = await movedOn();
    expect([service.saves, state.theirs?.revision, state.waiting.map(({ says }) => says)]).toEqual([
      [],
      2,
      ["move Group c to rank 1"],
    ]);
    expect(groupIds(state.terms)).toBe("c a b");
  });

  it("gets the change again on top when that is asked for; both changes are there", async () => {
    const { service, keeper, answer } = await movedOn();
    keeper.applyAgain();
    expect(await answer).toEqual([]);
    expect([service.saves, nameOfB(keeper.state()), keeper.state().mark]).toEqual([
      ["c a b"],
      "Renamed by Ben",
      "saved",
    ]);
  });

  it("is loaded without the change when that is asked for, and the editor hears that it was not saved", async () => {
    const { service, keeper, answer } = await movedOn();
    keeper.reload();
    expect((await answer).map(({ message }) => message)).toEqual([
      expect.stringContaining("What you typed is still here"),
    ]);
    expect([service.saves, groupIds(keeper.state().terms), nameOfB(keeper.state())]).toEqual([
      [],
      "a b c",
      "Renamed by Ben",
    ]);
    expect(await keeper.change(bOff)).toEqual([]);
  });

  it("takes up what is done before that is decided", async () => {
    const { keeper, answer } = await movedOn();
    const second = keeper.change(bOff);
    expect(keeper.state()).toMatchObject({ mark: "moved-on", waiting: [{}, {}] });
    keeper.applyAgain();
    expect(await Promise.all([answer, second])).toEqual([[], []]);
    expect(groupIds(keeper.state().terms)).toBe("c a b");
  });

  it("refuses a change whose place they removed, and says so instead of dropping it", async () => {
    const { service, keeper } = start();
    service.saveElsewhere(terms(sale([group("a")])));
    const answer = keeper.change(bOff);
    await until(keeper, ({ mark }) => mark === "moved-on");
    keeper.applyAgain();
    expect((await answer).map(({ message }) => message)).toEqual([expect.stringContaining("nothing to change")]);
    expect([service.saves, groupIds(keeper.state().terms), keeper.state().mark]).toEqual([[], "a", "saved"]);
  });

  it("is told again when it moves on once more meanwhile", async () => {
    const { service, keeper, answer } = await movedOn();
    service.saveElsewhere(terms(sale([group("b"), group("c")])));
    keeper.applyAgain();
    const state = await until(keeper, ({ mark, theirs }) => mark === "moved-on" && theirs?.revision === 3);
    keeper.applyAgain();
    expect([await answer, groupIds(keeper.state().terms), state.theirs?.revision]).toEqual([[], "c b", 3]);
  });

  it("is no reason to ask when only the answer to our own save got lost", async () => {
    const { service, keeper } = start();
    service.refuse.push(() => {
      service.saveElsewhere(cToTop.apply(terms()));
      return new Error("The connection broke.");
    });
    const answer = keeper.change(cToTop);
    await until(keeper, ({ mark }) => mark === "unsaved");
    keeper.retry();
    expect([await answer, keeper.state().mark, groupIds(keeper.state().terms)]).toEqual([[], "saved", "c a b"]);
  });

  it("is noticed by a look, before anything is changed here", async () => {
    const { service, keeper } = start();
    await keeper.look();
    expect(keeper.state().mark).toBe("saved");
    service.saveElsewhere(terms(sale([group("a")])));
    await keeper.look();
    expect(keeper.state()).toMatchObject({ mark: "moved-on", waiting: [], theirs: { revision: 2 } });
    keeper.reload();
    expect([keeper.state().mark, groupIds(keeper.state().terms)]).toEqual(["saved", "a"]);
  });
});

describe("a service that does not answer", () => {
  const gone = () => new Error("The service cannot be reached.");
  const broken = () => refusal(503);

  it.each([
    ["is out of reach", gone],
    ["answers 503", broken],
    ["answers 429", () => refusal(429)],
    ["answers 401, since the session has ended", () => refusal(401)],
  ])("and %s leaves the change on the screen, marked unsaved, until another try", async (_, error) => {
    const { service, keeper } = start();
    service.refuse.push(error);
    const answer = keeper.change(cToTop);
    const state = await until(keeper, ({ mark }) => mark === "unsaved");
    expect([groupIds(state.terms), state.trouble]).toEqual(["c a b", error().message]);
    keeper.retry();
    expect([await answer, service.saves]).toEqual([[], ["c a b"]]);
  });

  it("gets everything that waits with the next change", async () => {
    const { service, keeper } = start();
    service.refuse.push(gone);
    const first = keeper.change(cToTop);
    await until(keeper, ({ mark }) => mark === "unsaved");
    expect(await Promise.all([first, keeper.change(bOff)])).toEqual([[], []]);
    expect(service.saves).toEqual(["c a b", "c a b"]);
  });

  it("hands an editor its change back, since what was typed is still there", async () => {
    const { service, keeper } = start();
    service.refuse.push(gone);
    const [fault] = await keeper.change(edit);
    expect(fault?.message).toContain("Nothing is lost; save again.");
    expect(keeper.state()).toMatchObject({ mark: "saved", waiting: [] });
    expect(groupIds(keeper.state().terms)).toBe("a b c");
  });

  it("is not asked twice about the same: a look stays silent", async () => {
    const { service, keeper } = start();
    service.revision = () => Promise.reject(gone());
    await keeper.look();
    expect(keeper.state().mark).toBe("saved");
  });
});
