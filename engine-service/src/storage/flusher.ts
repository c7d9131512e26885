import { type FileHandle, open } from "node:fs/promises";

/**
 * Flushes a file to the disk for many writers at once: who asks while a flush is under way shares the next one,
 * because the one under way may have missed their bytes.
 */
export class Flusher {
  readonly #handle: FileHandle;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  static async open(file: string): Promise<Flusher> {
    return new Flusher(await open(file, "r+"));
  }

  flush(): Promise<void> {
    this.#next ??= this.#running
      .catch(() => {}) // those who waited for it have the error
      .then(() => {
        this.#running = this.#next as Promise<void>;
        this.#next = undefined;
        return this.#handle.datasync();
      });
    return this.#next;
  }

  /** Bytes of the file. */
  async size(): Promise<number> {
    return (await this.#handle.stat()).size;
  }

  async close(): Promise<void> {
    await (this.#next ?? this.#running).catch(() => {});
    await this.#handle.close();
  }
}
