import type { Changed } from "./changes.ts";
import type { Revised } from "./kept.ts";

/** As it is held in memory: without what only a write needs, so that no write can be made from it by mistake. */
export type Known<T extends Revised> = Omit<T, keyof Changed>;

/** Documents in memory, by id and by what they belong to. */
export class Book<T extends Revised> {
  private readonly documents = new Map<string, Known<T>>();
  private readonly indexes: { keyOf: (document: Known<T>) => string; under: Map<string, Map<string, Known<T>>> }[] = [];

  get size(): number {
    return this.documents.size;
  }

  get(id: string): Known<T> | undefined {
    return this.documents.get(id);
  }

  all(): Known<T>[] {
    return [...this.documents.values()];
  }

  /** A way to find documents by a key; to be asked for before the first of them is put. */
  by(keyOf: (document: Known<T>) => string): (key: string) => Known<T>[] {
    const under = new Map<string, Map<string, Known<T>>>();
    this.indexes.push({ keyOf, under });
    return (key) => [...(under.get(key)?.values() ?? [])];
  }

  /** Adds a document or its newer state; an older one than known is passed over. */
  put({ change: _, changedAt: _at, changedBy: _by, ...document }: T): void {
    const { _id, revision } = document;
    const known = this.documents.get(_id);
    if (known !== undefined && known.revision >= revision) return;
    this.documents.set(_id, document);
    for (const { keyOf, under } of this.indexes) {
      const key = keyOf(document);
      if (known !== undefined && keyOf(known) !== key) under.get(keyOf(known))?.delete(_id);
      const some = under.get(key) ?? new Map<string, Known<T>>();
      under.set(key, some.set(_id, document));
    }
  }
}
