import type { Contender, ContenderName, Winner } from "../contenders/contender.ts";
import type { Workload } from "../workload/workload.ts";

export interface Comparison {
  /** How many events each contender was compared on. */
  compared: Partial<Record<ContenderName, number>>;
  /** In how many of a hundred events a group pays. */
  hitShare: number;
  /** The ranks of the winners that 10, 50 and 90 of a hundred are not above. */
  ranks: [number, number, number];
}

/** Somebody's winners of some events, by their places; wherever they are found. */
export interface Compared {
  name: ContenderName;
  winners(places: readonly number[]): Promise<Winner[]>;
}

/**
 * All must find the same winners, or nothing is timed: a figure counts only while the answers are right.
 *
 * @param sample how many events to take of those who would need minutes for all; evenly spread
 */
export async function compare(
  contenders: readonly Compared[],
  { events, terms }: Workload,
  sample: Partial<Record<ContenderName, number>> = {},
): Promise<Comparison> {
  const [first, ...others] = contenders as [Compared, ...Compared[]];
  const winners = await first.winners([...events.keys()]);
  const checked = async ({ name, winners: find }: Compared): Promise<[ContenderName, number]> => {
    const count = Math.min(events.length, sample[name] ?? events.length);
    const places = Array.from({ length: count }, (_, nth) => Math.floor((nth * events.length) / count));
    for (const [nth, found] of (await find(places)).entries()) {
      const at = places[nth] as number;
      if (found === winners[at]) continue;
      throw new Error(`${name} finds ${found}, ${first.name} finds ${winners[at]}: ${JSON.stringify(events[at])}`);
    }
    return [name, count];
  };
  const compared = Object.fromEntries([[first.name, events.length], ...(await Promise.all(others.map(checked)))]);
  const rankOf = new Map(terms.events[0]?.groups?.map(({ id }, index) => [id, index + 1]));
  const ranks = winners
    .filter((winner) => winner !== null)
    .map((winner) => rankOf.get(winner) as number)
    .sort((one, other) => one - other);
  const rank = (share: number) => ranks[Math.floor((ranks.length - 1) * share)] ?? 0;
  return {
    compared,
    hitShare: (ranks.length / events.length) * 100,
    ranks: [rank(0.1), rank(0.5), rank(0.9)],
  };
}

/** One event after the other. */
export async function winnersOf(contender: Contender, places: readonly number[]): Promise<Winner[]> {
  const winners = [];
  for (const at of places) winners.push(await contender.winner(at));
  return winners;
}
