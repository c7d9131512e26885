import type { Terms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import {
  doors,
  group,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
} from "../../testing/test-service.ts";

const SEED = 20261120;
const ORDER = `${STANDARD}/draft/events/sale/order`;

/** Numbers that look random and are the same every time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe("drafts", () => {
  it("are kept as sent, at the next revision, and decide nothing before they are published", async () => {
    const { service, draft, saveDraft, evaluate } = await startedWithProgram();
    const saved = await saveDraft(2, saleTerms("50"));
    expect([saved.status, saved.headers.get("etag"), saved.body.revision]).toEqual([200, '"3"', 3]);
    expect(await draft()).toEqual(saved.body);
    expect(saved.body.terms).toEqual(saleTerms("50"));
    expect((await evaluate()).body.payout).toBe("10.00");
    expect((await service.send("GET", STANDARD)).headers.get("etag")).toBe('"3"');
  });

  it.each([
    ["another currency", { ...saleTerms("1"), currency: "EUR" }, "/currency"],
    ["personal payouts", saleTerms("1", { personal: [personalPayout("anna", "p-7", "1")] }), "/events/0/personal"],
    [
      "a group without conditions",
      saleTerms("1", { groups: [{ ...group("g", "source", "x", "1"), conditions: { all: [] } }] }),
      "/events/0/groups/0/conditions/all",
    ],
  ])("refuse %s, and stay as they are", async (_what, document, pointer) => {
    const { saveDraft, draft } = await startedWithProgram();
    const reply = await saveDraft(2, document);
    expect([reply.status, reply.body.errors.map((fault: { pointer: string }) => fault.pointer)]).toEqual([
      422,
      [pointer],
    ]);
    expect((await draft()).revision).toBe(2);
  });

  it("are ranked anew by all ids or by one, each a revision", async () => {
    const { service, saveDraft } = await startedWithProgram();
    await saveDraft(2, saleTerms("1", { groups: ["a", "b", "c"].map((id) => group(id, "source", id, "1")) }));
    const order = async (wanted: object, revision: number) => {
      const { status, body } = await service.send("POST", ORDER, wanted, ifMatch(revision));
      return status === 200 ? body.terms.events[0].groups.map(({ id }: { id: string }) => id).join("") : status;
    };
    expect(await order({ ids: ["c", "b", "a"] }, 3)).toBe("cba");
    expect(await order({ id: "a", rank: 1 }, 4)).toBe("acb");
    expect(await order({ ids: ["a"] }, 5)).toBe(422);
    expect(await order({ id: "a", rank: 2 }, 4)).toBe(412);
    expect((await service.send("POST", ORDER.replace("sale", "lead"), { ids: [] }, ifMatch(5))).status).toBe(404);
  });

  it("take a published version back", async () => {
    const { service, saveDraft } = await startedWithProgram();
    await saveDraft(2, saleTerms("50"));
    const restored = await service.send("POST", `${STANDARD}/draft/restore`, { version: 1 }, ifMatch(3));
    expect([restored.status, restored.body.revision, restored.body.terms]).toEqual([200, 4, saleTerms("10")]);
    expect((await service.send("POST", `${STANDARD}/draft/restore`, { version: 9 }, ifMatch(4))).status).toBe(404);
  });

  it(`lose no acknowledged change while twenty people edit at once (seed ${SEED})`, { timeout: 60_000 }, async () => {
    const { service, saveDraft } = await startedWithProgram();
    const random = dice(SEED);
    await saveDraft(2, saleTerms("1", { groups: ["a", "b", "c", "d"].map((id) => group(id, "source", id, "1")) }));
    const history: { revision: number; change: string; groups: string[] }[] = [];
    let refused = 0;

    /** Reads, changes one thing, writes; as a person would, without trying again. */
    const edit = async (client: number, round: number) => {
      const { revision, terms } = await doors(service).draft();
      const event = terms.events[0] as Terms["events"][number];
      const groups = event.groups ?? [];
      const added = `c${client}-${round}`;
      const pick = groups[random(groups.length)]?.id ?? "";
      const kind = groups.length < 2 ? 0 : random(3);
      const rank = 1 + random(Math.max(groups.length, 1));
      const changed = (next: typeof groups) => saveDraft(revision, { ...terms, events: [{ ...event, groups: next }] });
      const reply =
        kind === 0
          ? await changed([...groups, group(added, "source", added, "1")])
          : kind === 1
            ? await changed(groups.filter(({ id }) => id !== pick))
            : await service.send("POST", ORDER, { id: pick, rank }, ifMatch(revision));
      if (reply.status === 412) {
        refused += 1;
        return;
      }
      expect(reply.status).toBe(200);
      expect(reply.body.revision).toBe(revision + 1);
      const change = [`+${added}`, `-${pick}`, `${pick}@${rank}`][kind] as string;
      history.push({
        revision: reply.body.revision,
        change,
        groups: reply.body.terms.events[0].groups.map(({ id }: { id: string }) => id),
      });
    };
    for (let round = 0; round < 15; round++)
      await Promise.all(Array.from({ length: 20 }, (_, client) => edit(client, round)));

    history.sort((one, other) => one.revision - other.revision);
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, at) => 4 + at));
    let expected = ["a", "b", "c", "d"];
    for (const { change, groups } of history) {
      const [, id, rank] = /^[+-]?([\w-]+?)(?:@(\d+))?$/.exec(change) ?? [];
      const others = expected.filter((each) => each !== id);
      expected = change.startsWith("-")
        ? others
        : others.toSpliced(rank === undefined ? others.length : Number(rank) - 1, 0, id as string);
      expect(groups, `after ${change}`).toEqual(expected);
    }
    expect(history.length + refused).toBe(300);
    expect(history.length).toBeGreaterThanOrEqual(15);
  });
});
