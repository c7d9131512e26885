import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Collection, DuplicateKey, type IndexSpec, type Storage, type Stored } from "./collection.ts";

interface Doc extends Stored {
  [field: string]: unknown;
}

export type Fault = "races" | "several sums" | "empty values on insert" | "updates of null";

interface Engine {
  open: () => Promise<Storage>;
  /** What a stand-in for the real server is known to do wrong; the promises about it are then left out, not weakened. */
  without?: readonly Fault[];
  runs?: number;
}

const SEED = 20_261_121;

/** What every storage engine promises. One suite, run against each. */
export function storagePromises(engine: string, { open, without = [], runs = 100 }: Engine): void {
  describe(`storage promises: ${engine}`, () => {
    let storage: Storage;
    let count = 0;
    const fresh = (indexes: IndexSpec[] = []): Collection<Doc> => storage.collection<Doc>(`c-${count++}`, indexes);
    const holding = async (...documents: Doc[]) => {
      const collection = fresh();
      for (const document of documents) await collection.insertOne(document);
      return collection;
    };
    const ids = async (found: Promise<Doc[]>) => (await found).map((document) => document._id).sort();

    beforeAll(async () => {
      storage = await open();
    });
    afterAll(() => storage?.close());

    describe("insertOne", () => {
      it("keeps a document as it was given", async () => {
        const document = { _id: "t", a: { b: [1, 2.5, { c: null }] }, big: 5_000_000_000, on: false, none: [], no: {} };
        const terms = await holding(document);
        expect(await terms.findOne({ _id: "t" })).toEqual(document);
      });

      it("refuses an _id that is taken and says where", async () => {
        const terms = await holding({ _id: "t", a: 1 });
        const refused = terms.insertOne({ _id: "t", a: 2 });
        await expect(refused).rejects.toBeInstanceOf(DuplicateKey);
        await expect(refused).rejects.toMatchObject({ collection: expect.stringMatching(/^c-/), fields: ["_id"] });
        expect(await terms.findOne({ _id: "t" })).toEqual({ _id: "t", a: 1 });
      });

      it("refuses what a unique index over two fields holds already, and only that", async () => {
        const members = fresh([{ fields: ["program", "partner"], unique: true }, { fields: ["a.b"] }]);
        await members.insertOne({ _id: "1", program: "pr-1", partner: "p-7" });
        await members.insertOne({ _id: "2", program: "pr-1", partner: "p-8" });
        await members.insertOne({ _id: "3", program: "pr-2", partner: "p-7" });
        const refused = members.insertOne({ _id: "4", program: "pr-1", partner: "p-7" });
        await expect(refused).rejects.toMatchObject({ name: "DuplicateKey", fields: ["program", "partner"] });
        expect(await members.countDocuments({})).toBe(3);
      });

      it("frees a unique key when its document is deleted", async () => {
        const members = fresh([{ fields: ["partner"], unique: true }]);
        await members.insertOne({ _id: "1", partner: "p-7" });
        await members.deleteOne({ _id: "1" });
        await members.insertOne({ _id: "2", partner: "p-7" });
        expect(await members.findOne({ partner: "p-7" })).toEqual({ _id: "2", partner: "p-7" });
      });

      it("lets one of 20 racing inserts with the same _id through", async () => {
        const programs = fresh();
        const tries = Array.from({ length: 20 }, (_, i) => programs.insertOne({ _id: "one", i }));
        const results = await Promise.allSettled(tries);
        expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      });

      it("drops fields that are undefined, and keeps null", async () => {
        const terms = await holding({ _id: "t", a: undefined, b: { c: undefined, d: null } });
        expect(Object.keys((await terms.findOne({ _id: "t" })) as Doc).sort()).toEqual(["_id", "b"]);
        expect((await terms.findOne({ _id: "t" }))?.b).toStrictEqual({ d: null });
      });

      it("keeps a terms document of 4 MB", async () => {
        const groups = Array.from({ length: 4000 }, (_, i) => ({ id: `g-${i}`, note: "x".repeat(1000), rate: i / 7 }));
        const terms = await holding({ _id: "big", groups });
        expect((await terms.findOne({ _id: "big" }))?.groups).toEqual(groups);
      });

      it("keeps text of every script, line separators and field names included", async () => {
        const texts = ["Grüße", "日本語", "👩‍👩‍👧", "a\u2028b\u2029c\u0085d", "\r\n\t\0", 'quote " and \\', "e\u0301"];
        const document = { _id: "ключ-🗝", texts, "größe in ¢": { "日 本": 1, constructor: 2, "a,b": 3 } };
        const terms = await holding(document);
        expect(await terms.findOne({ _id: "ключ-🗝" })).toEqual(document);
        expect(await terms.countDocuments({ texts: "a\u2028b\u2029c\u0085d" })).toBe(1);
      });

      it("gives documents out by value", async () => {
        const given = { _id: "t", list: [{ a: 1 }] };
        const terms = await holding(given);
        given.list.push({ a: 2 });
        const found = (await terms.findOne({ _id: "t" })) as typeof given;
        found.list.push({ a: 3 });
        const updated = (await terms.findOneAndUpdate({ _id: "t" }, { $set: { b: { c: 1 } } })) as Doc;
        (updated.b as Doc).c = 2;
        expect(await terms.findOne({ _id: "t" })).toEqual({ _id: "t", list: [{ a: 1 }], b: { c: 1 } });
      });

      it.each<[string, unknown]>([
        ["a Date", new Date(0)],
        ["NaN", Number.NaN],
        ["Infinity", Number.POSITIVE_INFINITY],
        ["a Map", new Map()],
        ["a BigInt", 1n],
        ["undefined in a list", [undefined]],
        ["half a surrogate pair", "\ud800"],
        ["a field name with a dot", { "a.b": 1 }],
        ["a field name with a leading $", { $a: 1 }],
        ["an empty field name", { "": 1 }],
      ])("refuses %s, which the engines would keep differently", async (_label, value) => {
        const terms = fresh();
        await expect(terms.insertOne({ _id: "t", value })).rejects.toThrow(TypeError);
        expect(await terms.countDocuments({})).toBe(0);
      });

      it("refuses a document without the fields of a unique index", async () => {
        const members = fresh([{ fields: ["partner"], unique: true }]);
        await expect(members.insertOne({ _id: "1" })).rejects.toThrow(TypeError);
        await expect(members.insertOne({ _id: "1", partner: ["p-7"] })).rejects.toThrow(TypeError);
      });
    });

    describe("find", () => {
      const people = () =>
        holding(
          { _id: "a", n: 1, tag: "x", partners: ["p-7", "p-8"], lines: [{ sku: "s-1", q: 2 }], deep: { er: "v" } },
          { _id: "b", n: 2, tag: "y", partners: [], lines: [{ sku: "s-2", q: 9 }, { sku: "s-3" }], gone: null },
          { _id: "c", n: 3, tag: "x", partners: ["p-9"] },
          { _id: "d", n: "3" },
        );

      it.each<[string, Parameters<Collection<Doc>["find"]>[0], string[]]>([
        ["everything without conditions", {}, ["a", "b", "c", "d"]],
        ["an equal text", { tag: "x" }, ["a", "c"]],
        ["an equal number, not the text that looks like it", { n: 3 }, ["c"]],
        ["all conditions together", { tag: "x", n: { $gt: 1 } }, ["c"]],
        ["an element of an array", { partners: "p-7" }, ["a"]],
        ["one of several", { n: { $in: [1, 2, "3"] } }, ["a", "b", "d"]],
        ["one of several, in an array", { partners: { $in: ["p-8", "p-9"] } }, ["a", "c"]],
        ["one of none", { n: { $in: [] } }, []],
        ["a range", { n: { $gte: 2, $lt: 3 } }, ["b"]],
        ["a range of texts only among texts", { n: { $lte: "9" } }, ["d"]],
        ["a range in an array of objects", { "lines.q": { $gt: 3 } }, ["b"]],
        ["what is not equal, or missing", { tag: { $ne: "x" } }, ["b", "d"]],
        ["arrays without the element", { partners: { $ne: "p-7" } }, ["b", "c", "d"]],
        ["null or missing", { gone: null }, ["a", "b", "c", "d"]],
        ["null that is there", { gone: null, $and: [{ gone: { $exists: true } }] }, ["b"]],
        ["neither null nor missing", { tag: { $ne: null } }, ["a", "b", "c"]],
        ["null among several", { tag: { $in: ["y", null] } }, ["b", "d"]],
        ["a field that exists", { lines: { $exists: true } }, ["a", "b"]],
        ["a field that does not", { lines: { $exists: false } }, ["c", "d"]],
        ["either", { $or: [{ tag: "y" }, { n: 1 }] }, ["a", "b"]],
        ["both", { $and: [{ tag: "x" }, { $or: [{ n: 1 }, { n: 2 }] }] }, ["a"]],
        ["a dotted path", { "deep.er": "v" }, ["a"]],
        ["a dotted path into an array", { "lines.sku": "s-3" }, ["b"]],
        ["a dotted path with a place", { "lines.1.sku": "s-3" }, ["b"]],
        ["nothing where the path leads through a text", { "tag.x": "x" }, []],
      ])("finds %s", async (_label, filter, found) => {
        const collection = await people();
        expect(await ids(collection.find(filter))).toEqual(found);
        expect(await collection.countDocuments(filter)).toBe(found.length);
        expect(await collection.aggregate([{ $match: filter }])).toHaveLength(found.length);
      });

      it.each<[string, object]>([
        ["an undefined condition, which would match everything", { tag: undefined }],
        ["an object to be equal to", { deep: { er: "v" } }],
        ["an unknown condition", { tag: { $regex: "x" } }],
        ["an unknown operator", { $where: "true" }],
        ["an empty $or", { $or: [] }],
        ["no condition", { tag: {} }],
        ["a range of null", { tag: { $gt: null } }],
        ["a positional path", { "lines.$.sku": "s-1" }],
      ])("refuses %s", async (_label, filter) => {
        const collection = await people();
        await expect(collection.find(filter as never)).rejects.toThrow(TypeError);
        await expect(collection.deleteOne(filter as never)).rejects.toThrow(TypeError);
        expect(await collection.countDocuments({})).toBe(4);
      });

      it("sorts by type and value, missing with null first, and equal ones by _id", async () => {
        const values = [2, "b", null, undefined, 10, "a", true, 2];
        const collection = fresh();
        for (const [i, v] of [...values.entries()].reverse()) await collection.insertOne({ _id: `${i}`, v });
        const order = async (sort: Record<string, 1 | -1>) =>
          (await collection.find({}, { sort })).map(({ _id }) => _id);
        expect(await order({ v: 1 })).toEqual(["2", "3", "0", "7", "4", "5", "1", "6"]);
        expect(await order({ v: -1 })).toEqual(["6", "1", "5", "4", "0", "7", "2", "3"]);
        expect(await order({ v: 1, _id: -1 })).toEqual(["3", "2", "7", "0", "4", "5", "1", "6"]);
      });

      it("pages through equal documents without losing or repeating one", async () => {
        const collection = fresh();
        for (let i = 0; i < 25; i++) await collection.insertOne({ _id: `${(i * 7) % 25}`, same: 1 });
        const pages: Doc[] = [];
        for (let skip = 0; skip < 25; skip += 4) {
          pages.push(...(await collection.find({ same: 1 }, { sort: { same: 1 }, skip, limit: 4 })));
        }
        expect(pages.map(({ _id }) => _id)).toEqual(Array.from({ length: 25 }, (_, i) => `${i}`).sort());
      });

      it("findOne takes the first of the sort, or null", async () => {
        const collection = await people();
        expect((await collection.findOne({ tag: "x" }, { sort: { n: -1 } }))?._id).toBe("c");
        expect(await collection.findOne({ tag: "z" })).toBeNull();
      });

      it("keeps only the fields of a projection, and the _id", async () => {
        const collection = await people();
        const kept = await collection.find({ _id: { $in: ["a", "d"] } }, { projection: { n: 1, "deep.er": 1 } });
        expect(kept.sort((one, other) => one._id.localeCompare(other._id))).toEqual([
          { _id: "a", n: 1, deep: { er: "v" } },
          { _id: "d", n: "3" },
        ]);
      });

      it("uses an index without changing what is found", async () => {
        const collection = fresh([{ fields: ["tag"] }, { fields: ["tag", "program"] }]);
        await collection.insertOne({ _id: "1", tag: "x", program: "p" });
        await collection.insertOne({ _id: "2", tag: ["x", "y"], program: "p" });
        await collection.insertOne({ _id: "3", program: "p" });
        expect(await ids(collection.find({ tag: "x" }))).toEqual(["1", "2"]);
        expect(await ids(collection.find({ tag: "x", program: "p", _id: { $ne: "1" } }))).toEqual(["2"]);
        expect(await ids(collection.find({ tag: null }))).toEqual(["3"]);
      });
    });

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

      const refused = async (update: object) => {
        const document = { _id: "t", text: "a", none: null, list: [1] };
        const terms = await holding(document);
        await expect(terms.findOneAndUpdate({ _id: "t" }, update as never)).rejects.toThrow();
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

      it.skipIf(without.includes("updates of null")).each<[string, object]>([
        ["$inc of a null", { $inc: { none: 1 } }],
        ["$push to a null", { $push: { none: 1 } }],
        ["$set through a null", { $set: { "none.a": 1 } }],
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

      it.skipIf(without.includes("empty values on insert"))("sets null and empty lists on insert", async () => {
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

    describe.skipIf(without.includes("races"))("races", () => {
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

    describe("deleteOne", () => {
      it("deletes one match, and says whether there was one", async () => {
        const terms = await holding({ _id: "1", a: 1 }, { _id: "2", a: 1 });
        expect(await terms.deleteOne({ a: 1 })).toBe(true);
        expect(await terms.countDocuments({})).toBe(1);
        expect(await terms.deleteOne({ a: 2 })).toBe(false);
      });
    });

    describe("aggregate", () => {
      const ledger = () =>
        holding(
          { _id: "1", partner: "p-7", day: "2026-01-02", kind: "sale", cents: 1000 },
          { _id: "2", partner: "p-7", day: "2026-01-01", kind: "sale", cents: 250 },
          { _id: "3", partner: "p-8", day: "2026-01-01", kind: "sale", cents: 100, at: { hour: 9 } },
          { _id: "4", partner: "p-9", day: "2026-01-02", kind: "lead", cents: 5 },
          { _id: "5", day: "2026-01-02", kind: "sale", cents: "no number" },
          { _id: "6", partner: null, day: "2026-01-02", kind: "sale" },
        );

      it("matches, groups, sums, sorts and limits", async () => {
        const rows = await (await ledger()).aggregate([
          { $match: { kind: "sale" } },
          { $group: { _id: "$partner", cents: { $sum: "$cents" } } },
          { $sort: { cents: -1 } },
          { $limit: 2 },
        ]);
        expect(rows).toEqual([
          { _id: "p-7", cents: 1250 },
          { _id: "p-8", cents: 100 },
        ]);
      });

      it.skipIf(without.includes("several sums"))("makes several sums of one group", async () => {
        const rows = await (await ledger()).aggregate([
          { $group: { _id: "$kind", cents: { $sum: "$cents" }, count: { $sum: 1 }, hours: { $sum: "$at.hour" } } },
          { $sort: { count: 1 } },
        ]);
        expect(rows).toEqual([
          { _id: "lead", cents: 5, count: 1, hours: 0 },
          { _id: "sale", cents: 1350, count: 5, hours: 9 },
        ]);
      });

      it("puts null and missing into one group when grouping by one field", async () => {
        const rows = await (await ledger()).aggregate([
          { $group: { _id: "$partner", count: { $sum: 1 } } },
          { $match: { _id: null } },
        ]);
        expect(rows).toEqual([{ _id: null, count: 2 }]);
      });

      it("groups by several fields and sorts by them in their order", async () => {
        const rows = await (await ledger()).aggregate([
          { $match: { partner: { $ne: null } } },
          { $group: { _id: { partner: "$partner", day: "$day" }, cents: { $sum: "$cents" } } },
          { $sort: { _id: 1 } },
        ]);
        expect(rows).toEqual([
          { _id: { partner: "p-7", day: "2026-01-01" }, cents: 250 },
          { _id: { partner: "p-7", day: "2026-01-02" }, cents: 1000 },
          { _id: { partner: "p-8", day: "2026-01-01" }, cents: 100 },
          { _id: { partner: "p-9", day: "2026-01-02" }, cents: 5 },
        ]);
      });

      it("sums everything into one group, by dotted paths too", async () => {
        const collection = await ledger();
        const total = (path: string) => ({ $group: { _id: null, total: { $sum: path } } });
        expect(await collection.aggregate([total("$cents")])).toEqual([{ _id: null, total: 1355 }]);
        expect(await collection.aggregate([total("$at.hour")])).toEqual([{ _id: null, total: 9 }]);
        expect(await collection.aggregate([{ $match: { _id: "none" } }, total("$cents")])).toEqual([]);
      });

      it("gives results out by value", async () => {
        const collection = await ledger();
        const [row] = await collection.aggregate<{ at: { hour: number } }>([{ $match: { _id: "3" } }]);
        if (row) row.at.hour = 10;
        expect(await collection.findOne({ _id: "3" })).toMatchObject({ at: { hour: 9 } });
      });

      it.each<[string, unknown]>([
        ["an unknown stage", { $lookup: {} }],
        ["another accumulator", { $group: { _id: null, a: { $avg: "$a" } } }],
        ["a path without its $", { $group: { _id: "partner" } }],
        ["an expression", { $group: { _id: { $substr: ["$day", 0, 7] } } }],
      ])("refuses %s", async (_label, stage) => {
        await expect((await ledger()).aggregate([stage] as never)).rejects.toThrow(TypeError);
      });
    });

    it("refuses to declare a collection twice, because the indexes of the second would be forgotten", () => {
      storage.collection("twice");
      expect(() => storage.collection("twice")).toThrow(TypeError);
    });

    it(`holds what a plain map would hold after any ${runs} sequences of operations (seed ${SEED})`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 25 }), value, async (operations, sought) => {
          const collection = fresh();
          const model = new Map<string, Doc>();
          for (const step of operations) {
            const expected = applyToModel(model, step);
            expect({ step, after: await applyToCollection(collection, step) }).toEqual({ step, after: expected });
          }
          const all = [...model.values()];
          expect(await collection.find({}, { sort: { _id: 1 } })).toEqual(
            all.sort((one, other) => (one._id < other._id ? -1 : 1)),
          );
          if (typeof sought === "object" && sought !== null) return;
          const matching = async (filter: object) => (await ids(collection.find(filter as never))).join();
          const modelled = (test: (held: unknown) => boolean) =>
            all
              .filter((document) => test(document.a))
              .map((document) => document._id)
              .sort()
              .join();
          const equal = (held: unknown) =>
            held === sought ||
            (Array.isArray(held) && held.includes(sought)) ||
            (sought === null && held === undefined);
          expect(await matching({ a: sought })).toBe(modelled(equal));
          expect(await matching({ a: { $ne: sought } })).toBe(modelled((held) => !equal(held)));
          expect(await matching({ a: { $in: [sought, "z"] } })).toBe(
            modelled((held) => equal(held) || held === "z" || (Array.isArray(held) && held.includes("z"))),
          );
          expect(await matching({ a: { $exists: false } })).toBe(modelled((held) => held === undefined));
          if (typeof sought !== "number") return;
          expect(await matching({ a: { $gte: sought } })).toBe(
            modelled((held) => [held].flat().some((one) => typeof one === "number" && one >= sought)),
          );
        }),
        { seed: SEED, numRuns: runs },
      );
    });
  });
}

const number = fc
  .oneof(fc.integer(), fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((any) => any || 0); // the engines have no -0
const scalar = fc.oneof(fc.string({ unit: "grapheme" }), number, fc.boolean(), fc.constant(null));
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ x: scalar, y: fc.array(scalar) }) as fc.Arbitrary<unknown>,
);
const id = fc.constantFrom("1", "2", "3");
const operation = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), id, value }),
  fc.record({ kind: fc.constant("set" as const), id, value }),
  fc.record({ kind: fc.constant("count" as const), id, value: fc.integer({ min: -5, max: 5 }) }),
  fc.record({ kind: fc.constant("push" as const), id, value: fc.oneof(scalar, fc.record({ x: scalar })) }),
  fc.record({ kind: fc.constant("pull" as const), id, value: scalar }),
  fc.record({ kind: fc.constant("unset" as const), id, value: fc.constant(null) }),
  fc.record({ kind: fc.constant("upsert" as const), id, value }),
  fc.record({ kind: fc.constant("delete" as const), id, value: fc.constant(null) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer O> ? O : never;

const REFUSED = "refused";

async function applyToCollection(
  collection: Collection<Doc>,
  { kind, id: _id, value: v }: Operation,
): Promise<unknown> {
  const update = (changes: object, upsert = false) => collection.findOneAndUpdate({ _id }, changes, { upsert });
  try {
    if (kind === "insert") return await collection.insertOne({ _id, a: v });
    if (kind === "set") return await update({ $set: { a: v, "n.set": v } });
    if (kind === "count") return await update({ $inc: { a: v as number, "n.count": v as number } });
    if (kind === "push") return await update({ $push: { a: v } });
    if (kind === "pull") return await update({ $pull: { a: v } });
    if (kind === "unset") return await update({ $unset: { a: true, "n.set": true } });
    if (kind === "upsert") return await update({ $set: { b: v }, $setOnInsert: { "n.first": "x" } }, true);
    return await collection.deleteOne({ _id });
  } catch {
    return REFUSED;
  }
}

/** The same operations on plain objects, as simple as can be. */
function applyToModel(model: Map<string, Doc>, { kind, id: _id, value: v }: Operation): unknown {
  const held = model.get(_id) as (Doc & { n?: Record<string, number> }) | undefined;
  const put = (document: Doc) => {
    model.set(_id, document);
    return document;
  };
  if (kind === "insert") return held ? REFUSED : void put({ _id, a: v });
  if (kind === "delete") return model.delete(_id);
  if (kind === "upsert") return put(held ? { ...held, b: v } : { _id, b: v, n: { first: "x" } });
  if (!held) return null;
  if (kind === "set") return put({ ...held, a: v, n: { ...held.n, set: v } });
  if (kind === "count") {
    const { a = 0 } = held;
    if (typeof a !== "number") return REFUSED;
    return put({ ...held, a: a + (v as number), n: { ...held.n, count: (held.n?.count ?? 0) + (v as number) } });
  }
  if (kind === "unset") {
    const { a, n, ...rest } = held;
    const { set, ...others } = n ?? {};
    return put(n ? { ...rest, n: others } : rest);
  }
  if (kind === "pull" && held.a === undefined) return held;
  if (held.a !== undefined && !Array.isArray(held.a)) return REFUSED;
  const list = (held.a ?? []) as unknown[];
  return put({ ...held, a: kind === "push" ? [...list, v] : list.filter((one) => one !== v) });
}
