import type { Collection, Stored } from "../../storage/collection.ts";
import { storableDocument } from "../../storage/language.ts";

/** A document that only the journal writes. */
export interface Journaled extends Stored {
  /** The batch that wrote it last. */
  seq: number;
}

/** One write of a batch: the whole document as it is to be. */
export interface Write {
  into: string;
  document: Journaled;
}

/** A document that a task is about to ask for. */
export interface Want {
  // biome-ignore lint/suspicious/noExplicitAny: wants of shelves of every kind go in one list
  of: Shelf<any>;
  id: string;
}

/** A collection that only the journal writes. */
export interface Shelf<T extends Journaled> {
  readonly name: string;
  readonly documents: Collection<T>;
}

type Documents = Map<string, Journaled | null>;

/**
 * What the tasks of a batch read and write: the documents as the batches before left them, and over them what was put.
 * A task's own puts count for the tasks after it once it is done, so a task that throws leaves nothing behind.
 */
export class WorkingSet {
  /** By collection and id, as stored or as put by tasks that are done; null: there is none. */
  private readonly known: Map<string, Documents>;
  private readonly dirty = new Map<string, Write>();
  private mine = new Map<string, Write>();

  /** @param known of the batches before; it is added to */
  constructor(known: Map<string, Documents> = new Map()) {
    this.known = known;
  }

  /** Reads ahead, each collection in one go. */
  async load(wants: readonly Want[]): Promise<void> {
    const missing = new Map<Shelf<Journaled>, Set<string>>();
    for (const { of, id } of wants) {
      if (this.documentsOf(of.name).has(id)) continue;
      missing.set(of, (missing.get(of) ?? new Set()).add(id));
    }
    await Promise.all(
      [...missing].map(async ([shelf, ids]) => {
        const found = await shelf.documents.find({ _id: { $in: [...ids] } });
        const documents = this.documentsOf(shelf.name);
        for (const id of ids) documents.set(id, null);
        for (const document of found) documents.set(document._id, document);
      }),
    );
  }

  async get<T extends Journaled>(shelf: Shelf<T>, id: string): Promise<T | null> {
    const put = this.mine.get(keyOf(shelf.name, id));
    if (put !== undefined) return put.document as T;
    const documents = this.documentsOf(shelf.name);
    if (!documents.has(id)) await this.load([{ of: shelf, id }]);
    return (documents.get(id) ?? null) as T | null;
  }

  /**
   * The document as it is to be; its `seq` is given by the batch. Nothing that was read may be changed in place. Throws a
   * TypeError for what no store takes: a batch that could not be carried out would hold up all that come after it.
   */
  put<T extends Journaled>(shelf: Shelf<T>, document: Omit<T, "seq">): void {
    const checked = storableDocument(document, []) as unknown as Journaled;
    this.mine.set(keyOf(shelf.name, checked._id), { into: shelf.name, document: checked });
  }

  /** Characters, as JSON, of what the task put. */
  get size(): number {
    let size = 0;
    for (const { document } of this.mine.values()) size += JSON.stringify(document).length;
    return size;
  }

  /** What the task put counts. */
  keep(): void {
    for (const [key, write] of this.mine) {
      this.dirty.set(key, write);
      this.documentsOf(write.into).set(write.document._id, write.document);
    }
    this.mine = new Map();
  }

  /** What the task put is forgotten. */
  drop(): void {
    this.mine = new Map();
  }

  writes(): Write[] {
    return [...this.dirty.values()];
  }

  private documentsOf(name: string): Documents {
    const documents = this.known.get(name) ?? new Map();
    this.known.set(name, documents);
    return documents;
  }
}

const keyOf = (collection: string, id: string) => `${collection} ${id}`;
