/** From when on a version is in force; publishing order is the version's number. */
export interface InForce {
  version: number;
  inForceFrom: string;
}

/**
 * The published versions of one set of terms along time. In force at a moment is the version that came into force last
 * until then, the newer one where two came at once; only the first version also covers all time before it (contract 5).
 * A version named for later takes over at its moment, also from one that was published after it.
 */
export class Timeline<V extends InForce> {
  /** By the moment, then the number. */
  private readonly sorted: { from: number; version: V }[];

  constructor(like?: Timeline<V>) {
    this.sorted = [...(like?.sorted ?? [])];
  }

  get size(): number {
    return this.sorted.length;
  }

  get first(): V | undefined {
    return this.sorted.find(({ version }) => version.version === 1)?.version;
  }

  /** Adds a version; one that is there already stays as it is, since versions never change. */
  add(version: V): void {
    if (this.sorted.some((known) => known.version.version === version.version)) return;
    this.sorted.push({ from: Date.parse(version.inForceFrom), version });
    this.sorted.sort((one, other) => one.from - other.from || one.version.version - other.version.version);
  }

  at(moment: number): V | undefined {
    return this.sorted.findLast(({ from }) => from <= moment)?.version ?? this.first;
  }

  /** Those that decide without anyone looking back: in force now, or from later on. */
  fromNowOn(now: number): V[] {
    const current = this.at(now);
    return this.sorted.filter(({ from, version }) => from > now || version === current).map(({ version }) => version);
  }
}
