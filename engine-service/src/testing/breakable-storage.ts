import { type Collection, type Storage, type Stored, StoreUnavailable } from "../storage/collection.ts";

/** A storage that a test can take away, slow down, and share between several services as processes share a server. */
export class BreakableStorage implements Storage {
  /** While true, every call fails like one to a server that is gone. */
  away = false;
  /** While true, writes are stored, and then fail all the same: the connection broke before the answer. */
  losesAnswers = false;
  /** Collections that refuse writes, while the others take them. */
  readonly refusing = new Set<string>();
  /** Awaited before each write of that collection. */
  readonly slow = new Map<string, Promise<void>>();
  private readonly inner: Storage;
  private readonly made = new Map<string, Collection<Stored>>();

  constructor(inner: Storage) {
    this.inner = inner;
  }

  collection<T extends Stored>(name: string, indexes: Parameters<Storage["collection"]>[1] = []): Collection<T> {
    const known = this.made.get(name) ?? (this.inner.collection<T>(name, indexes) as unknown as Collection<Stored>);
    this.made.set(name, known);
    const breakable = new Proxy(known, {
      get:
        (target, method: keyof Collection<Stored>) =>
        async (...args: unknown[]) => {
          if (this.away) throw new StoreUnavailable("a test took it away");
          const writes = ["insertOne", "findOneAndUpdate", "updateOne", "putNewer"].includes(method);
          if (writes) await this.slow.get(name);
          if (this.away || (writes && this.refusing.has(name))) throw new StoreUnavailable("a test took it away");
          const answer = await (target[method] as (...args: unknown[]) => unknown)(...args);
          if (writes && this.losesAnswers) throw new StoreUnavailable("a test lost the answer");
          return answer;
        },
    });
    return breakable as unknown as Collection<T>;
  }

  async ping() {
    if (this.away) throw new StoreUnavailable("a test took it away");
    await this.inner.ping();
  }

  async close() {}
}
