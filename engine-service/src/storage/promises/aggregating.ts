import { describe, expect, it } from "vitest";
import { tryTo, type Workbench } from "./workbench.ts";

/** What aggregate promises. */
export function aggregatingPromises({ holding }: Workbench): void {
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

    it("makes several sums of one group", async () => {
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
      tryTo(() => Object.assign(row?.at as object, { hour: 10 }));
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
}
