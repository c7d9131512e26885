import fc from "fast-check";
import { expect, it } from "vitest";
import type { Collection } from "../collection.ts";
import type { Doc, Workbench } from "./workbench.ts";

const SEED = 20_261_121;

/** Any sequence of operations leaves what a plain map would hold, and finds what a plain filter would find. */
export function modelPromise({ fresh, ids }: Workbench, runs: number): void {
  it(`holds what a plain map would hold after any ${runs} sequences of operations (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(sequence, value, fc.boolean(), async (operations, sought, withIndex) => {
        const collection = fresh(withIndex ? [{ fields: ["a"] }] : []);
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
          held === sought || (Array.isArray(held) && held.includes(sought)) || (sought === null && held === undefined);
        expect(await matching({ a: sought })).toBe(modelled(equal));
        expect(await matching({ a: { $ne: sought } })).toBe(modelled((held) => !equal(held)));
        expect(await matching({ a: { $in: [sought, "z"] } })).toBe(
          modelled((held) => equal(held) || held === "z" || (Array.isArray(held) && held.includes("z"))),
        );
        expect(await matching({ a: { $exists: false } })).toBe(modelled((held) => held === undefined));
        // Beyond ASCII the engines order texts each in its own way.
        if ((typeof sought !== "string" && typeof sought !== "number") || /[^ -~]/.test(`${sought}`)) return;
        const beyond = (held: unknown, test: (one: string | number) => boolean) =>
          [held].flat().some((one) => typeof one === typeof sought && test(one as string | number));
        expect(await matching({ a: { $gte: sought } })).toBe(modelled((held) => beyond(held, (one) => one >= sought)));
        expect(await matching({ a: { $lt: sought } })).toBe(modelled((held) => beyond(held, (one) => one < sought)));
      }),
      { seed: SEED, numRuns: runs },
    );
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
const sequence = fc.array(operation, { minLength: 1, maxLength: 25 });
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
