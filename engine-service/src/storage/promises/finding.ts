import { describe, expect, it } from "vitest";
import type { Collection } from "../collection.ts";
import type { Doc, Workbench } from "./workbench.ts";

/** What findOne, find and countDocuments promise. */
export function findingPromises({ fresh, holding, ids }: Workbench): void {
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
      ["a range of ids", { _id: { $gt: "a", $lte: "c" } }, ["b", "c"]],
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
      const order = async (sort: Record<string, 1 | -1>) => (await collection.find({}, { sort })).map(({ _id }) => _id);
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
}
