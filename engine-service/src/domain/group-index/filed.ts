import { Places } from "./places.ts";

/** Behind the last group of a place. */
export const END = -1;

/** Groups by places, which are small numbers. */
export class Filed {
  private filing = new Map<number, number[]>();
  /** By place, where its groups begin. */
  private starts = new Places(0);
  /** Groups by rank, those of one place together, then END. */
  groups: Int32Array = new Int32Array(0);
  /** By where groups begin: the question for which they were looked at last. */
  private seen = new Int32Array(0);

  /** @param group not before one that was filed earlier, so that those of a place are by rank */
  add(place: number, group: number): void {
    const filed = this.filing.get(place);
    if (filed === undefined) this.filing.set(place, [group]);
    else if (filed.at(-1) !== group) filed.push(group);
  }

  /** Packs what was filed into one piece of memory, in steps. */
  *seal(): Generator<void> {
    const groups: number[] = [];
    this.starts = new Places(this.filing.size);
    for (const [place, filed] of this.filing) {
      this.starts.set(place, groups.length);
      for (const group of filed) groups.push(group);
      groups.push(END);
      yield;
    }
    this.groups = Int32Array.from(groups);
    this.filing = new Map();
  }

  /** Where the groups of a place begin, or NOWHERE. */
  begin(place: number): number {
    return this.starts.get(place);
  }

  /** Whether the groups that begin there were asked about in the same question before. */
  isSeen(at: number, question: number): boolean {
    if (this.seen.length === 0) this.seen = new Int32Array(this.groups.length);
    if (this.seen[at] === question) return true;
    this.seen[at] = question;
    return false;
  }
}
