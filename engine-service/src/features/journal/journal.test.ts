import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { Journal } from "./journal.ts";
import type { Outcome, Task } from "./program-journal.ts";
import type { Journaled, Shelf } from "./working-set.ts";

interface Counter extends Journaled {
  count: number;
}
interface Entry extends Journaled {
  count: number;
  text?: string;
}

const silent = pino({ level: "silent" });

describe.each(ENGINES)("the journal: %s", (_engine, engine) => {
  /** As a process has it; two of them share one storage. */
  async function opened(times = 1) {
    const open = await engine();
    return Array.from({ length: times }, () => journalOn(new BreakableStorage(open())));
  }

  function journalOn(storage: BreakableStorage) {
    const journal = new Journal(storage, silent);
    const counters = journal.shelf<Counter>("counters");
    const entries = journal.shelf<Entry>("entries");
    return { storage, journal, counters, entries, count: countIn(counters, entries) };
  }
  type Opened = ReturnType<typeof journalOn>;

  /** Counts up to a limit, with one entry for each number. */
  const countIn =
    (counters: Shelf<Counter>, entries: Shelf<Entry>) =>
    (limit = 1_000): Task<number | null> => ({
      wants: [{ of: counters, id: "c" }],
      async run(set) {
        const count = ((await set.get(counters, "c"))?.count ?? 0) + 1;
        if (count > limit) return null;
        set.put(counters, { _id: "c", count });
        set.put(entries, { _id: `e-${count}`, count });
        return count;
      },
    });

  async function written({ counters, entries }: Opened) {
    const found = await entries.documents.find({});
    return {
      count: (await counters.documents.findOne({ _id: "c" }))?.count ?? 0,
      entries: found.map(({ count }) => count).sort((one, other) => one - other),
    };
  }
  const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

  it("lets fifty at once, on two services, count as one after the other would, and never beyond the limit", async () => {
    const both = await opened(2);
    const counted = await Promise.all(
      Array.from({ length: 50 }, (_, at) => {
        const { journal, count } = both[at % 2] as Opened;
        return journal.enter("acme", count(37));
      }),
    );
    expect(counted.filter((count) => count !== null).sort((one, other) => one - other)).toEqual(upTo(37));
    expect(await written(both[0] as Opened)).toEqual({ count: 37, entries: upTo(37) });
  });

  it.each(upTo(12))("takes what comes %i steps after a batch is done, while it goes to rest", async (steps) => {
    const [one] = (await opened()) as [Opened];
    for (let at = 0; at < 3; at++) {
      await one.journal.enter("acme", one.count());
      for (let step = 1; step < steps; step++) await null;
    }
    expect(await written(one)).toEqual({ count: 3, entries: upTo(3) });
  });

  it("answers a task that puts nothing by what another service has put since", async () => {
    const [one, other] = (await opened(2)) as [Opened, Opened];
    await one.journal.enter("acme", one.count());
    await other.journal.enter("acme", other.count());
    await other.journal.enter("acme", other.count());
    const seen = await one.journal.enter("acme", {
      run: async (set) => (await set.get(one.counters, "c"))?.count,
    });
    expect(seen).toBe(3);
  });

  it("stores nothing of a task that throws, and all of those beside it", async () => {
    const [one] = (await opened()) as [Opened];
    const throws: Task<void> = {
      async run(set) {
        set.put(one.counters, { _id: "c", count: 500 });
        throw new Error("refused");
      },
    };
    const outcomes = await Promise.allSettled([
      one.journal.enter("acme", one.count()),
      one.journal.enter("acme", throws),
      one.journal.enter("acme", one.count()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await written(one)).toEqual({ count: 2, entries: [1, 2] });
  });

  it.each(["counters", "entries"])(
    "has a batch that was stored, when writing its %s failed, carried out by the next process",
    async (refusing) => {
      const [one, other] = (await opened(2)) as [Opened, Opened];
      await one.journal.enter("acme", one.count());
      one.storage.refusing.add(refusing);
      await expect(one.journal.enter("acme", one.count())).rejects.toThrow("took it away");
      expect(await other.journal.enter("acme", other.count())).toBe(3);
      expect(await written(other)).toEqual({ count: 3, entries: [1, 2, 3] });
    },
  );

  it("has such a batch carried out at the next start, before anything reads", async () => {
    const [one, other] = (await opened(2)) as [Opened, Opened];
    one.storage.refusing.add("counters").add("entries");
    await expect(one.journal.enter("acme", one.count())).rejects.toThrow("took it away");
    expect(await written(other)).toEqual({ count: 0, entries: [] });
    await other.journal.catchUp();
    expect(await written(other)).toEqual({ count: 1, entries: [1] });
  });

  it("has such a batch of a process that is gone carried out by the look of another", async () => {
    const [one, other] = (await opened(2)) as [Opened, Opened];
    one.storage.refusing.add("counters").add("entries");
    await expect(one.journal.enter("acme", one.count())).rejects.toThrow("took it away");
    other.storage.away = true;
    await other.journal.start();
    other.storage.away = false;
    await other.journal.start();
    await other.journal.stop();
    expect(await written(other)).toEqual({ count: 1, entries: [1] });
  });

  it("counts once what was stored although the answer was lost", async () => {
    const [one] = (await opened()) as [Opened];
    one.storage.losesAnswers = true;
    await expect(one.journal.enter("acme", one.count())).rejects.toThrow("lost the answer");
    one.storage.losesAnswers = false;
    expect(await one.journal.enter("acme", one.count())).toBe(2);
    expect(await written(one)).toEqual({ count: 2, entries: [1, 2] });
  });

  it("loses nothing of a later batch to an earlier one that is carried out late", async () => {
    const [one, other] = (await opened(2)) as [Opened, Opened];
    let letGo = () => {};
    one.storage.slow.set("counters", new Promise((resolve) => (letGo = resolve)));
    const late = one.journal.enter("acme", one.count());
    while ((await written(one)).entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await other.journal.enter("acme", other.count())).toBe(2);
    letGo();
    expect(await late).toBe(1);
    expect(await written(other)).toEqual({ count: 2, entries: [1, 2] });
  });

  it("rehearses tasks as they would go, and stores nothing", async () => {
    const [one] = (await opened()) as [Opened];
    await one.journal.enter("acme", one.count());
    const told: Outcome<number | null>[] = [];
    await one.journal.rehearse("acme", [one.count(3), one.count(3), one.count(3)], (outcome) => told.push(outcome));
    expect(told).toEqual([2, 3, null].map((result) => ({ ok: true, result })));
    expect(await written(one)).toEqual({ count: 1, entries: [1] });
  });

  it("stores tasks that together would be too large for one document", async () => {
    const [one] = (await opened()) as [Opened];
    const large = (at: number): Task<void> => ({
      run: async (set) => set.put(one.entries, { _id: `e-${at}`, count: at, text: "x".repeat(1_500_000) }),
    });
    await Promise.all(upTo(15).map((at) => one.journal.enter("acme", large(at))));
    expect((await written(one)).entries).toEqual(upTo(15));
  });

  it("refuses what no store takes, alone, and goes on", async () => {
    const [one] = (await opened()) as [Opened];
    const odd: Task<void> = {
      run: async (set) => set.put(one.entries, { _id: "odd", count: 1, "a.b": 1 } as never),
    };
    const outcomes = await Promise.allSettled([
      one.journal.enter("acme", one.count()),
      one.journal.enter("acme", odd),
      one.journal.enter("acme", one.count()),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await one.journal.enter("acme", one.count())).toBe(3);
    expect(await written(one)).toEqual({ count: 3, entries: [1, 2, 3] });
  });

  it("keeps programs apart", async () => {
    const [one] = (await opened()) as [Opened];
    const of = (program: string): Task<void> => ({
      run: async (set) => set.put(one.counters, { _id: program, count: 1 }),
    });
    await Promise.all(["acme", "brightside"].map((program) => one.journal.enter(program, of(program))));
    expect(await one.counters.documents.countDocuments({})).toBe(2);
  });
});
