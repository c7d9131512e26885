import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Storage } from "../../storage/collection.ts";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { wire } from "../../wire.ts";
import type { Deed } from "../changes.ts";
import { printEntry } from "../history/history-store.ts";
import type { Task } from "./program-journal.ts";
import type { Journaled } from "./working-set.ts";

interface Counter extends Journaled {
  count: number;
}

const log = pino({ level: "silent" });
const now = () => new Date("2026-11-20T10:00:00.000Z");

const deed = (sentence: string): Deed => ({
  by: { id: "ana", name: "Ana" },
  thing: { kind: "customer", id: "c-1", name: "c-1" },
  ...{ program: "acme", partners: ["p-7"], sentence, before: null, after: { partner: "p-7" } },
});

describe.each(ENGINES)("a line of the history that the journal writes: %s", (_engine, engine) => {
  /** As two processes have it. */
  async function opened() {
    const open = await engine();
    return [processOn(open()), processOn(open())] as const;
  }

  function processOn(inner: Storage) {
    const storage = new BreakableStorage(inner);
    const rooms = wire({ storage, now, log });
    const counters = rooms.journal.shelf<Counter>("counters");
    const count = (): Task<number> => ({
      async run(set) {
        const count = ((await set.get(counters, "c"))?.count ?? 0) + 1;
        set.put(counters, { _id: "c", count });
        rooms.lines.record(set, deed(`counts ${count}`));
        return count;
      },
    });
    return { storage, rooms, count, told: async () => (await rooms.history.list({}, { limit: 100 })).map(printEntry) };
  }

  it("reads as every other line does", async () => {
    const [one] = await opened();
    await one.rooms.journal.enter("acme", one.count());
    expect(await one.told()).toEqual([
      {
        ...{ id: expect.stringMatching(/^2026-11-20T10:00:00.000Z /), at: "2026-11-20T10:00:00.000Z" },
        ...{ ...deed("counts 1"), bulkEdit: null },
      },
    ]);
  });

  it("is there once for each change, however many services are at it", async () => {
    const both = await opened();
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => both[(at % 2) as 0 | 1]).map(({ rooms, count }) =>
        rooms.journal.enter("acme", count()),
      ),
    );
    const sentences = (await both[0].told()).map(({ sentence }) => sentence);
    expect(sentences.sort()).toEqual(Array.from({ length: 30 }, (_, at) => `counts ${at + 1}`).sort());
  });

  it("is there once where the service went away in the middle, as soon as another one comes", async () => {
    const [one, other] = await opened();
    one.storage.refusing.add("history");
    await expect(one.rooms.journal.enter("acme", one.count())).rejects.toThrow("took it away");
    expect(await other.told()).toEqual([]);
    await other.rooms.journal.catchUp();
    await other.rooms.journal.catchUp();
    expect((await other.told()).map(({ sentence }) => sentence)).toEqual(["counts 1"]);
  });

  it("is not there where the change is refused", async () => {
    const [one] = await opened();
    const refused: Task<void> = {
      async run(set) {
        one.rooms.lines.record(set, deed("never"));
        throw new Error("refused");
      },
    };
    await expect(one.rooms.journal.enter("acme", refused)).rejects.toThrow("refused");
    await one.rooms.journal.enter("acme", one.count());
    expect((await one.told()).map(({ sentence }) => sentence)).toEqual(["counts 1"]);
  });
});
