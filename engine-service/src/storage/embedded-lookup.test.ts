import nedb from "@seald-io/nedb";
import fc from "fast-check";
import { Query } from "mingo";
import { beforeAll, describe, expect, it } from "vitest";
import { SEED } from "../testing/arbitraries.ts";
import type { Filter, FindOptions, IndexSpec, Sort, Stored } from "./collection.ts";
import { lookUp, type NedbIndex, nedbFields, removeQuickly } from "./embedded-lookup.ts";
import { withTieBreak } from "./language.ts";

// Its types say `export default`, its code says `module.exports`.
const Nedb = nedb as unknown as typeof nedb.default;

const SPECS: IndexSpec[] = [
  { fields: ["program", "_id"] },
  { fields: ["partners", "_id"] },
  { fields: ["changedAt"] },
  { fields: ["program", "net.payout", "_id"] },
];
const MANY = 45_000;
const NEWEST: Sort = { _id: -1 };

/** Of two programs each has more than an index list may hold before the ids are walked; one holds all the older ones. */
const DOCUMENTS = Array.from({ length: MANY }, (_, at) => ({
  _id: String((at * 7919) % MANY).padStart(6, "0"),
  program: (at * 7919) % MANY < MANY / 2 ? "old" : "new",
  partners: [`p-${at % 100}`, `p-${at % 7}`],
  changedAt: `2026-${String(1 + (at % 12)).padStart(2, "0")}`,
  net: { payout: at % 5_000 },
}));

async function indexesOver(documents: readonly Stored[], specs: readonly IndexSpec[]) {
  const db = new Nedb({ inMemoryOnly: true });
  for (const spec of specs) await db.ensureIndexAsync({ fieldName: [...nedbFields(spec)] });
  await db.insertAsync([...documents] as Stored[]);
  return (db as unknown as { indexes: Record<string, NedbIndex> }).indexes;
}

const matcher = (filter: Filter) => {
  const query = new Query(filter as never, {});
  return (document: Stored) => query.test(document as never);
};

/** By the book: everything tested, everything sorted. */
function plainly(documents: readonly Stored[], filter: Filter, { sort, skip = 0, limit }: FindOptions): Stored[] {
  const cursor = new Query(filter as never, {}).find<Stored>([...documents]);
  if (sort) cursor.sort(withTieBreak(sort));
  cursor.skip(skip);
  if (limit !== undefined) cursor.limit(limit);
  return cursor.all() as Stored[];
}

describe("looking up documents in the embedded engine", () => {
  let indexes: Record<string, NedbIndex>;
  beforeAll(async () => {
    indexes = await indexesOver(DOCUMENTS, SPECS);
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
    ["the last of some order", {}, { sort: { changedAt: -1 }, limit: 5 }],
    [
      "a page by amount, further down",
      { "net.payout": { $lte: 4_000 } },
      { sort: { "net.payout": -1, _id: -1 }, limit: 7 },
    ],
    ["the smallest amounts of many", { program: "old" }, { sort: { "net.payout": 1 }, skip: 3, limit: 20 }],
    ["the largest amounts of few", { partners: "p-99" }, { sort: { "net.payout": -1 }, limit: 5 }],
    [
      "either of two",
      { $or: [{ partners: "p-98" }, { changedAt: "2026-03" }] },
      { sort: { "net.payout": 1 }, limit: 5 },
    ],
    ["either of two, one of them without an index", { $or: [{ partners: "p-98" }, { tag: "x" }] }, {}],
    ["nothing", { program: "other" }, { sort: NEWEST, limit: 5 }],
  ];

  it.each(QUERIES)("finds %s as a plain filter does", (_what, filter, options) => {
    const found = lookUp(indexes, { ...options, filter, matches: matcher(filter), specs: SPECS });
    const { skip = 0, limit } = options;
    const ids = found.map(({ _id }) => _id);
    if (limit === undefined) ids.sort();
    const wanted = plainly(
      DOCUMENTS,
      filter,
      limit === undefined ? { sort: { _id: 1 } } : { ...options, skip: 0, limit: skip + limit },
    );
    expect(ids).toEqual(wanted.map(({ _id }) => _id));
  });

  it.each<[what: string, sort: Sort, filter: Filter, looked: number]>([
    ["the newest", NEWEST, {}, 51],
    // Of each amount there are nine.
    ["the largest", { "net.payout": -1, _id: -1 }, {}, 54],
    ["those after some amount", { "net.payout": -1, _id: -1 }, { "net.payout": { $lte: 100 } }, 54],
  ])("looks at no more than a page, and those of equal value, for %s", (_what, sort, filter, wanted) => {
    let looked = 0;
    const matches = () => {
      looked += 1;
      return true;
    };
    lookUp(indexes, { filter, matches, specs: SPECS, sort, limit: 51 });
    expect(looked).toBe(wanted);
  });

  it(`sorts values of any type as a plain sort does (seed ${SEED})`, async () => {
    const value = fc.constantFrom<unknown>(1, 2, 3.5, -1, "a", "b", "2", null, undefined, true, ["a", 2], ["c"]);
    const specs = [{ fields: ["tag", "v", "_id"] }, { fields: ["tag"] }];
    const way = fc.constantFrom<1 | -1>(1, -1);
    const filter = fc.constantFrom<Filter>(
      {},
      { v: { $gt: 1 } },
      { v: { $lte: "b" } },
      { tag: "x" },
      { $or: [{ tag: "x" }, { v: "a" }] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ v: value, tag: fc.constantFrom("x", "y") }), { maxLength: 30 }),
        fc.record({ by: way, tie: fc.option(way), limit: fc.integer({ min: 1, max: 12 }), skip: fc.nat(5) }),
        filter,
        async (values, { by, tie, limit, skip }, sought) => {
          const documents = values.map(({ v, tag }, at) => ({
            _id: String((at * 7) % 31),
            tag,
            ...(v !== undefined && { v }),
          }));
          const options = { sort: { v: by, ...(tie !== null && { _id: tie }) } as Sort, limit, skip };
          const found = lookUp(await indexesOver(documents, specs), {
            ...options,
            filter: sought,
            matches: matcher(sought),
            specs,
          });
          expect(plainly(found, sought, options)).toEqual(plainly(documents, sought, options));
        },
      ),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`takes documents away, and changes them, as NeDB would (seed ${SEED})`, async () => {
    const documents = (length: number) => Array.from({ length }, (_, at) => ({ _id: `${at}` }));
    const value = fc.constantFrom<unknown>("a", "b", 1, null, undefined, ["a", "b"], []);
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(11), fc.option(value, { nil: "gone" })), { maxLength: 20 }),
        async (values, changes) => {
          const db = new Nedb({ inMemoryOnly: true });
          await db.ensureIndexAsync({ fieldName: "v" });
          const index = (db as unknown as { indexes: Record<string, NedbIndex> }).indexes.v as NedbIndex;
          removeQuickly(index, "v");
          await db.insertAsync(documents(values.length).map((each, at) => ({ ...each, v: values[at] })) as never);
          for (const [at, to] of changes) {
            if (to === "gone") await db.removeAsync({ _id: `${at}` }, {});
            else await db.updateAsync({ _id: `${at}` }, { _id: `${at}`, ...(to !== undefined && { v: to }) }, {});
          }
          const all = db.getAllData() as unknown as { _id: string; v?: unknown }[];
          for (const key of ["a", "b", 1, null])
            expect(
              index
                .getMatching(key)
                .map(({ _id }) => _id)
                .sort(),
            ).toEqual(
              all
                .filter(({ v }) => (Array.isArray(v) ? v.includes(key) : v === key))
                .map(({ _id }) => _id)
                .sort(),
            );
        },
      ),
      { seed: SEED, numRuns: 300 },
    );
  });
});
