import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Collection, type IndexSpec, type Storage, type Stored, StoreUnavailable } from "./collection.ts";
import { cutTornTail, type Log } from "./data-file.ts";
import { EmbeddedCollection } from "./embedded-collection.ts";
import { SameParts } from "./same-parts.ts";
import { takeWriterLock } from "./writer-lock.ts";

/**
 * The engine without a server: one NeDB file per collection in a directory, all documents in memory. For demos, tests
 * and small installations on one machine; README.md in this folder has its promises and limits.
 *
 * Throws DirectoryInUse when another process has the directory open.
 */
export async function openEmbeddedStorage(directory: string, log: Log = () => {}): Promise<Storage> {
  const root = resolve(directory);
  await mkdir(root, { recursive: true });
  const release = await takeWriterLock(root);
  const repair = async (file: string) => {
    const bytes = await cutTornTail(file);
    if (bytes > 0) log("storage: cut off an unfinished last line", { file, bytes });
  };
  const parts = new SameParts();
  const collections = new Map<string, EmbeddedCollection<Stored>>();
  let closed: Promise<void> | undefined;
  try {
    const files = await readdir(root);
    await Promise.all(files.filter((name) => name.endsWith(".db")).map((name) => repair(join(root, name))));
  } catch (error) {
    await release();
    throw error;
  }

  return {
    collection<T extends Stored>(name: string, indexes: readonly IndexSpec[] = []): Collection<T> {
      if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new TypeError(`"${name}" is no name for a collection`);
      if (closed) throw new StoreUnavailable("it was closed");
      if (collections.has(name)) throw new TypeError(`the collection ${name} is declared twice`);
      const made = new EmbeddedCollection<T>({ name, file: join(root, `${name}.db`), indexes, repair, parts, log });
      collections.set(name, made as unknown as EmbeddedCollection<Stored>);
      return made;
    },
    exclusive: true,

    async ping() {
      if (closed) throw new StoreUnavailable("it was closed");
      await Promise.all([...collections.values()].map((collection) => collection.ready()));
      parts.forget();
    },
    close() {
      closed ??= Promise.all([...collections.values()].map((collection) => collection.close())).then(release);
      return closed;
    },
  };
}
