import type { PageRequest } from "../../http/page.ts";

/** Something with its place in a list. */
export interface Placed {
  /** What lists are sorted by; the cursor. */
  key: string;
}

/**
 * The page after a cursor, and one more: see pageOf.
 *
 * @param sorted by key
 */
export function pageAfter<T extends Placed>(sorted: readonly T[], { limit, cursor = "" }: PageRequest): T[] {
  const start = sorted.findIndex(({ key }) => key > cursor);
  return start === -1 ? [] : sorted.slice(start, start + limit + 1);
}

/** What is in one list and not in another. @param sorted both, by key */
export function without<T extends Placed>(sorted: readonly T[], others: readonly Placed[]): T[] {
  let at = 0;
  return sorted.filter(({ key }) => {
    while ((others[at]?.key ?? key) < key) at += 1;
    return others[at]?.key !== key;
  });
}

/** A list that is always in order. A change is merged in when next asked for, without sorting everything again. */
export class Roster<T extends Placed> {
  private readonly placed = new Map<string, T>();
  private inOrder: T[] = [];
  private readonly fresh = new Set<T>();
  private readonly gone = new Set<T>();

  /** Adds what bears this id, or puts it in the place of what did; answers what is listed now. */
  put(id: string, now: T): T {
    const known = this.placed.get(id);
    if (known?.key === now.key) return Object.assign(known, now);
    if (known !== undefined && !this.fresh.delete(known)) this.gone.add(known);
    this.placed.set(id, now);
    this.fresh.add(now);
    return now;
  }

  get = (id: string): T | undefined => this.placed.get(id);

  sorted(): readonly T[] {
    if (this.fresh.size > 0) {
      const fresh = [...this.fresh].sort((one, other) => (one.key < other.key ? -1 : 1));
      this.inOrder = merged(
        this.inOrder.filter((listed) => !this.gone.has(listed)),
        fresh,
      );
      this.fresh.clear();
      this.gone.clear();
    }
    return this.inOrder;
  }
}

function merged<T extends Placed>(some: readonly T[], others: readonly T[]): T[] {
  const all: T[] = [];
  let at = 0;
  for (const listed of some) {
    for (let other = others[at]; other !== undefined && other.key < listed.key; other = others[++at]) all.push(other);
    all.push(listed);
  }
  return all.concat(others.slice(at));
}
