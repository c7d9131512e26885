import type { Collection, IndexSpec, Stored } from "../collection.ts";

export interface Doc extends Stored {
  [field: string]: unknown;
}

/** What every promise works with. */
export interface Workbench {
  /** A collection of its own, empty. */
  fresh(indexes?: IndexSpec[]): Collection<Doc>;
  /** One that holds these documents. */
  holding(...documents: Doc[]): Promise<Collection<Doc>>;
  /** The ids of what was found, in order. */
  ids(found: Promise<Doc[]>): Promise<string[]>;
}

/** A change of what was found: it is refused, or reaches nobody else. */
export function tryTo(change: () => unknown): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
