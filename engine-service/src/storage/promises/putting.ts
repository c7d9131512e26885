import { describe, expect, it } from "vitest";
import type { Workbench } from "./workbench.ts";

/** What putNewer promises. */
export function puttingPromises({ fresh, holding, ids }: Workbench): void {
  describe("putNewer", () => {
    it("inserts what is not there and replaces what is older, whole", async () => {
      const tallies = await holding({ _id: "old", seq: 1, days: { "01": 5 }, gone: true });
      await tallies.putNewer(
        [
          { _id: "old", seq: 2, days: { "02": 7 } },
          { _id: "new", seq: 2, days: {} },
        ],
        "seq",
      );
      expect(await tallies.findOne({ _id: "old" })).toEqual({ _id: "old", seq: 2, days: { "02": 7 } });
      expect(await tallies.findOne({ _id: "new" })).toEqual({ _id: "new", seq: 2, days: {} });
    });

    it.each([2, 3])(
      "leaves a document of seq %i as it is when one of seq 2 is put, and puts those beside it",
      async (seq) => {
        const tallies = await holding({ _id: "a", seq, kept: true });
        await tallies.putNewer(
          [
            { _id: "a", seq: 2 },
            { _id: "b", seq: 2 },
          ],
          "seq",
        );
        expect(await tallies.findOne({ _id: "a" })).toEqual({ _id: "a", seq, kept: true });
        expect(await ids(tallies.find({}))).toEqual(["a", "b"]);
      },
    );

    it("puts a document once, however many put it at once", async () => {
      const tallies = fresh();
      const put = (seq: number) =>
        tallies.putNewer(
          Array.from({ length: 50 }, (_, at) => ({ _id: `d-${at}`, seq, at })),
          "seq",
        );
      await Promise.all([1, 3, 2, 3, 1].map(put));
      const found = await tallies.find({});
      expect([found.length, new Set(found.map(({ seq }) => seq))]).toEqual([50, new Set([3])]);
    });

    it("finds what was put by every index", async () => {
      const conversions = fresh([{ fields: ["partner"] }, { fields: ["program", "partner"] }]);
      await conversions.putNewer([{ _id: "c", seq: 1, program: "acme", partner: "p-7" }], "seq");
      await conversions.putNewer([{ _id: "c", seq: 2, program: "acme", partner: "p-8" }], "seq");
      expect(await ids(conversions.find({ partner: "p-8" }))).toEqual(["c"]);
      expect(await ids(conversions.find({ program: "acme", partner: "p-7" }))).toEqual([]);
    });

    it.each([
      ["without the number", [{ _id: "a" }]],
      [
        "twice",
        [
          { _id: "a", seq: 1 },
          { _id: "a", seq: 2 },
        ],
      ],
      ["that cannot be stored", [{ _id: "a", seq: 1, at: new Date() }]],
    ])("refuses a document %s", async (_, documents) => {
      await expect(fresh().putNewer(documents as never, "seq")).rejects.toThrow(TypeError);
    });

    it("refuses where an index is unique", async () => {
      const members = fresh([{ fields: ["partner"], unique: true }]);
      await expect(members.putNewer([{ _id: "a", seq: 1, partner: "p" }], "seq")).rejects.toThrow(TypeError);
    });
  });
}
