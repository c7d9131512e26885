import { describe, expect, it } from "vitest";
import { DuplicateKey } from "../collection.ts";
import { type Doc, tryTo, type Workbench } from "./workbench.ts";

/** What insertOne and deleteOne promise. */
export function insertingPromises({ fresh, holding }: Workbench): void {
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

    it("keeps what was stored, whatever is done to what was given or found", async () => {
      const given = { _id: "t", list: [{ a: 1 }] };
      const terms = await holding(given);
      given.list.push({ a: 2 });
      const found = (await terms.findOne({ _id: "t" })) as typeof given;
      const updated = (await terms.findOneAndUpdate({ _id: "t" }, { $set: { b: { c: 1 } } })) as Doc;
      const projected = (await terms.find<typeof given>({}, { projection: { list: 1 } }))[0] as typeof given;
      const listed = await terms.find({});
      tryTo(() => found.list.push({ a: 3 }));
      tryTo(() => Object.assign(found.list[0] as object, { a: 3 }));
      tryTo(() => Object.assign(found, { more: true }));
      tryTo(() => Object.assign(updated.b as object, { c: 2 }));
      tryTo(() => projected.list.pop());
      tryTo(() => listed.pop());
      expect(await terms.findOne({ _id: "t" })).toEqual({ _id: "t", list: [{ a: 1 }], b: { c: 1 } });
      expect(await terms.find({ _id: { $gte: "a" } })).toHaveLength(1);
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

  describe("deleteOne", () => {
    it("deletes one match, and says whether there was one", async () => {
      const terms = await holding({ _id: "1", a: 1 }, { _id: "2", a: 1 });
      expect(await terms.deleteOne({ a: 1 })).toBe(true);
      expect(await terms.countDocuments({})).toBe(1);
      expect(await terms.deleteOne({ a: 2 })).toBe(false);
    });
  });
}
