import nedb from "@seald-io/nedb";
import { Query } from "mingo";
import { beforeAll, describe, expect, it } from "vitest";
import type { Filter, IndexSpec, Sort, Stored } from "./collection.ts";
import { lookUp, type NedbIndex } from "./embedded-lookup.ts";

// Its types say `export default`, its code says `module.exports`.
const Nedb = nedb as unknown as typeof nedb.default;

const SPECS: IndexSpec[] = [{ fields: ["program", "_id"] }, { fields: ["partners", "_id"] }, { fields: ["changedAt"] }];
const MANY = 45_000;
const NEWEST: Sort = { _id: -1 };

/** Of two programs each has more than an index list may hold before the ids are walked; one holds all the older ones. */
const DOCUMENTS = Array.from({ length: MANY }, (_, at) => ({
  _id: String((at * 7919) % MANY).padStart(6, "0"),
  program: (at * 7919) % MANY < MANY / 2 ? "old" : "new",
  partners: [`p-${at % 100}`, `p-${at % 7}`],
  changedAt: `2026-${String(1 + (at % 12)).padStart(2, "0")}`,
}));

describe("looking up documents in the embedded engine", () => {
  let indexes: Record<string, NedbIndex>;
  beforeAll(async () => {
    const db = new Nedb({ inMemoryOnly: true });
    for (const field of ["program", "partners", "changedAt"]) await db.ensureIndexAsync({ fieldName: field });
    await db.insertAsync(DOCUMENTS);
    indexes = (db as unknown as { indexes: Record<string, NedbIndex> }).indexes;
  }, 60_000);

  const QUERIES: [what: string, filter: Filter, options: { sort?: Sort; skip?: number; limit?: number }][] = [
    ["everything", {}, {}],
    ["the newest", {}, { sort: NEWEST, limit: 5 }],
    ["the oldest, after some", {}, { sort: { _id: 1 }, skip: 7, limit: 5 }],
    ["the newest of many", { program: "new" }, { sort: NEWEST, limit: 5 }],
    ["the newest of many that are all old", { program: "old" }, { sort: NEWEST, limit: 5 }],
    ["a page further down", { program: "old", _id: { $lt: "010000" } }, { sort: NEWEST, limit: 5 }],
    ["the newest of few", { partners: "p-99" }, { sort: NEWEST, limit: 5 }],
    ["more than there are", { partners: "p-99", program: "old" }, { sort: NEWEST, limit: 1_000 }],
    ["what an index holds twice", { partners: { $in: ["p-98", "p-5"] } }, {}],
    ["a short range", { changedAt: { $gte: "2026-12" } }, {}],
    ["a long range", { changedAt: { $gt: "2026-02" } }, {}],
    ["a range that begins behind the end", { changedAt: { $gt: "2027" } }, {}],
    ["a range of ids, both ends open", { _id: { $gt: "000010", $lt: "000015" } }, {}],
    ["a range and a page", { changedAt: { $lte: "2026-01" } }, { sort: NEWEST, limit: 5 }],
    ["nothing", { program: "other" }, { sort: NEWEST, limit: 5 }],
  ];

  it.each(QUERIES)("finds %s as a plain filter does", (_what, filter, { sort, skip = 0, limit }) => {
    const query = new Query(filter as never, {});
    const matches = (document: Stored) => query.test(document as never);
    const found = lookUp(indexes, {
      ...{ filter, matches, skip, specs: SPECS },
      ...(sort && { sort }),
      ...(limit !== undefined && { limit }),
    }).map(({ _id }) => _id);
    const wanted = DOCUMENTS.filter(matches)
      .map(({ _id }) => _id)
      .sort();
    if (sort?._id === -1) wanted.reverse();
    if (limit === undefined) expect(found.sort()).toEqual(wanted);
    else expect(found).toEqual(wanted.slice(0, skip + limit));
  });

  it("looks at no more than a page where the newest match", () => {
    let looked = 0;
    const matches = () => {
      looked += 1;
      return true;
    };
    lookUp(indexes, { filter: {}, matches, specs: SPECS, sort: NEWEST, limit: 51 });
    expect(looked).toBe(51);
  });
});
