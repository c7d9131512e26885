import { type CompiledTerms, compileInSteps } from "../../domain/compile-terms.ts";
import { inSlices } from "../../in-slices.ts";
import { asStored } from "../terms/shared-groups.ts";
import { type StoredVersionSummary, type VersionStore, versionKey } from "../versions/version-store.ts";

/** How many versions are held beyond those that decide now or from later on. */
const OLD_VERSIONS_HELD = 100;

/** Compiled versions in memory: those in force always, older ones as they are asked for, the least used forgotten. */
export class VersionShelf {
  private readonly versions: VersionStore;
  /** Least recently asked for first. */
  private readonly held = new Map<string, CompiledTerms>();
  private readonly loading = new Map<string, Promise<CompiledTerms>>();
  private pinned: ReadonlySet<string> = new Set();

  constructor(versions: VersionStore) {
    this.versions = versions;
  }

  /** These are never forgotten. */
  pin(keys: Iterable<string>): void {
    this.pinned = new Set(keys);
    this.forget();
  }

  has = (key: string): boolean => this.held.has(key);

  /** What is in memory, without counting as asked for. */
  look = (key: string): CompiledTerms | undefined => this.held.get(key);

  put(key: string, compiled: CompiledTerms): void {
    this.held.delete(key);
    this.held.set(key, compiled);
    this.forget();
  }

  /** From memory, or from the store; throws StoreUnavailable where that is away. */
  get(summary: StoredVersionSummary): CompiledTerms | Promise<CompiledTerms> {
    const key = summary._id;
    const held = this.held.get(key);
    if (held === undefined) return this.load(summary);
    if (!this.pinned.has(key)) this.put(key, held);
    return held;
  }

  private load({ _id: key, program, terms, version }: StoredVersionSummary): Promise<CompiledTerms> {
    const begun = this.loading.get(key);
    if (begun !== undefined) return begun;
    const load = async () => {
      const stored = await this.versions.find(program, terms, version);
      if (stored === null) throw new Error(`version ${versionKey(program, terms, version)} is listed but not there`);
      const compiled = await inSlices(compileInSteps(await asStored(stored.document)));
      this.put(key, compiled);
      return compiled;
    };
    const loading = load().finally(() => this.loading.delete(key));
    this.loading.set(key, loading);
    return loading;
  }

  private forget(): void {
    const old = [...this.held.keys()].filter((key) => !this.pinned.has(key));
    for (const key of old.slice(0, Math.max(0, old.length - OLD_VERSIONS_HELD))) this.held.delete(key);
  }
}
