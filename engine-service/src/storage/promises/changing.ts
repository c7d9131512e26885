import { describe, expect, it } from "vitest";
import type { Doc, Workbench } from "./workbench.ts";

/** What findOneAndUpdate promises, races included. */
export function changingPromises({ fresh, holding }: Workbench): void {
  describe("findOneAndUpdate", () => {
    it("sets, counts, pushes, pulls and removes nested fields, and answers the document after it", async () => {
      const before = { _id: "t", version: 1, a: { keep: 1, drop: 2 }, list: ["x", "y", "x"], old: 1 };
      const terms = await holding(before);
      const after = await terms.findOneAndUpdate(
        { _id: "t", version: 1 },
        {
          $set: { "a.b.c": [1], name: "n" },
          $inc: { version: 1, "caps.7": 2.5 },
          $push: { "a.log": { at: 1 }, fresh: "f" },
          $pull: { list: "x", missing: "x" },
          $unset: { "a.drop": true, old: true, "no.such": true },
        },
      );
      const expected = {
        _id: "t",
        version: 2,
        a: { keep: 1, b: { c: [1] }, log: [{ at: 1 }] },
        list: ["y"],
        name: "n",
        caps: { 7: 2.5 },
        fresh: ["f"],
      };
      expect(after).toEqual(expected);
      expect(await terms.findOne({ _id: "t" })).toEqual(expected);
    });

    it("answers null and changes nothing when the filter finds none", async () => {
      const terms = await holding({ _id: "t", version: 2 });
      expect(await terms.findOneAndUpdate({ _id: "t", version: 1 }, { $inc: { version: 1 } })).toBeNull();
      expect(await terms.findOne({ _id: "t" })).toEqual({ _id: "t", version: 2 });
    });

    it("takes the first of the sort", async () => {
      const jobs = await holding({ _id: "1", at: 5 }, { _id: "2", at: 3 }, { _id: "3", at: 4 });
      const taken = await jobs.findOneAndUpdate({ taken: null }, { $set: { taken: "me" } }, { sort: { at: 1 } });
      expect(taken).toEqual({ _id: "2", at: 3, taken: "me" });
    });

    it("drops undefined fields that are set", async () => {
      const terms = await holding({ _id: "t", a: 1 });
      const after = await terms.findOneAndUpdate({ _id: "t" }, { $set: { a: undefined, b: { c: undefined } } });
      expect(after).toStrictEqual({ _id: "t", a: 1, b: {} });
    });

    it("says whether it changed one, where the document is not asked for", async () => {
      const terms = await holding({ _id: "t", version: 1, list: [1] });
      const update = { $set: { "a.b": [{ c: undefined }] }, $inc: { version: 1 }, $push: { list: 2 } };
      expect(await terms.updateOne({ _id: "t", version: 1 }, update)).toBe(true);
      expect(await terms.updateOne({ _id: "t", version: 1 }, update)).toBe(false);
      expect(await terms.updateOne({ _id: "t", version: 2 }, { $set: { version: 2 } })).toBe(true);
      expect(await terms.findOne({ _id: "t" })).toEqual({ _id: "t", version: 2, list: [1, 2], a: { b: [{}] } });
    });

    const refused = async (update: object) => {
      const document = { _id: "t", text: "a", none: null, list: [1] };
      const terms = await holding(document);
      await expect(terms.findOneAndUpdate({ _id: "t" }, update as never)).rejects.toThrow();
      await expect(terms.updateOne({ _id: "t" }, update as never)).rejects.toThrow();
      expect(await terms.findOne({ _id: "t" })).toEqual(document);
    };

    it.each<[string, object]>([
      ["$inc of a text", { $inc: { text: 1 } }],
      ["$push to a text", { $push: { text: 1 } }],
      ["$pull from a text", { $pull: { text: 1 } }],
      ["$set through a text", { $set: { "text.a": 1 } }],
      ["$set of a name inside an array", { $set: { "list.a": 1 } }],
      ["a changed _id", { $set: { _id: "other" } }],
      ["an unknown operator", { $rename: { text: "words" } }],
      ["a document instead of operators", { text: "new" }],
      ["one field changed twice", { $set: { "a.b": 1 }, $unset: { a: true } }],
      ["no change", { $set: {} }],
      ["$push of a list", { $push: { list: [1, 2] } }],
      ["$push with $each", { $push: { list: { $each: [1] } } }],
      ["$pull with a condition", { $pull: { list: { $gt: 1 } } }],
    ])("refuses %s and leaves the document alone", (_label, update) => refused(update));

    it("refuses to change a field of a unique index", async () => {
      const members = fresh([{ fields: ["partner"], unique: true }]);
      await members.insertOne({ _id: "1", partner: "p-7" });
      await expect(members.findOneAndUpdate({ _id: "1" }, { $set: { partner: "p-8" } })).rejects.toThrow(TypeError);
      expect(await members.findOneAndUpdate({ _id: "1" }, { $set: { state: "on" } })).toMatchObject({ state: "on" });
    });

    it("upserts from the filter's equalities, with $setOnInsert only the first time", async () => {
      const caps = fresh();
      const count = () =>
        caps.findOneAndUpdate(
          { _id: "cap-1", "of.partner": "p-7", n: { $exists: false } },
          { $inc: { count: 1 }, $push: { log: "x" }, $setOnInsert: { since: "2026-01-01" } },
          { upsert: true },
        );
      const first = { _id: "cap-1", of: { partner: "p-7" }, count: 1, log: ["x"], since: "2026-01-01" };
      expect(await count()).toEqual(first);
      expect(await count()).toEqual({ ...first, count: 2, log: ["x", "x"] });
    });

    it("sets null and empty lists on insert", async () => {
      const caps = fresh();
      const empty = { none: null, list: [], deep: { list: [] } };
      const after = await caps.findOneAndUpdate({ _id: "1" }, { $setOnInsert: empty }, { upsert: true });
      expect(after).toEqual({ _id: "1", ...empty });
    });

    it("refuses an upsert whose _id exists but whose guard does not match", async () => {
      const programs = await holding({ _id: "p", version: 2 });
      const late = programs.findOneAndUpdate({ _id: "p", version: 1 }, { $inc: { version: 1 } }, { upsert: true });
      await expect(late).rejects.toMatchObject({ name: "DuplicateKey", fields: ["_id"] });
      expect(await programs.findOne({ _id: "p" })).toEqual({ _id: "p", version: 2 });
    });

    it("refuses an upsert that meets another document's unique key", async () => {
      const members = fresh([{ fields: ["partner"], unique: true }]);
      await members.insertOne({ _id: "1", partner: "p-7" });
      const upsert = (partner: string) =>
        members.findOneAndUpdate({ _id: "2" }, { $setOnInsert: { partner } }, { upsert: true });
      await expect(upsert("p-7")).rejects.toMatchObject({ name: "DuplicateKey", fields: ["partner"] });
      expect(await upsert("p-8")).toEqual({ _id: "2", partner: "p-8" });
    });

    it("refuses an upsert without an _id in its filter", async () => {
      const caps = fresh();
      await expect(caps.findOneAndUpdate({ a: 1 }, { $set: { b: 1 } }, { upsert: true })).rejects.toThrow(TypeError);
      expect(await caps.countDocuments({})).toBe(0);
    });
  });

  describe("races", () => {
    it("lets exactly one of 50 version-guarded updates win, ten times", async () => {
      const programs = await holding({ _id: "p", version: 0 });
      for (let version = 0; version < 10; version++) {
        const racers = Array.from({ length: 50 }, (_, who) =>
          programs.findOneAndUpdate({ _id: "p", version }, { $inc: { version: 1 }, $set: { who } }),
        );
        const winners = (await Promise.all(racers)).filter((winner) => winner !== null);
        expect(winners).toHaveLength(1);
        expect(await programs.findOne({ _id: "p" })).toEqual(winners[0]);
      }
    });

    it("loses none of 200 increments and pushes at once", async () => {
      const caps = await holding({ _id: "cap", count: 0, log: [] });
      const steps = Array.from({ length: 200 }, (_, i) =>
        caps.findOneAndUpdate({ _id: "cap" }, { $inc: { count: 1 }, $push: { log: i } }),
      );
      expect(new Set((await Promise.all(steps)).map((after) => after?.count)).size).toBe(200);
      const after = (await caps.findOne({ _id: "cap" })) as Doc;
      expect([after.count, new Set(after.log as number[]).size]).toEqual([200, 200]);
    });

    it("leaves one document after 30 racing upserts on one _id, with every count", async () => {
      const caps = fresh();
      const upserts = Array.from({ length: 30 }, (_, i) =>
        caps.findOneAndUpdate({ _id: "cap" }, { $inc: { count: 1 }, $setOnInsert: { first: i } }, { upsert: true }),
      );
      await Promise.all(upserts);
      expect(await caps.find({})).toEqual([{ _id: "cap", count: 30, first: expect.any(Number) }]);
    });
  });
}
