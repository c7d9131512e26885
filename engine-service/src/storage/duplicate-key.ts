import { type Collection, DuplicateKey, type IndexSpec, type Stored } from "./collection.ts";
import { valueAt } from "./language.ts";

/** Which key was taken, asked of the store afterwards: servers and engines say it each in their own way, or not at all. */
export async function duplicateKey(
  collection: Pick<Collection<Stored>, "countDocuments">,
  name: string,
  indexes: readonly IndexSpec[],
  refused: Stored,
): Promise<DuplicateKey> {
  const keys = indexes.filter((index) => index.unique).map((index) => index.fields);
  for (const fields of [["_id"], ...keys]) {
    const filter = Object.fromEntries(fields.map((field) => [field, valueAt(refused, field) as string]));
    if ((await collection.countDocuments(filter)) > 0) return new DuplicateKey(name, fields);
  }
  return new DuplicateKey(name, keys.length === 0 ? ["_id"] : ["_id or a unique index, free again by now"]);
}
