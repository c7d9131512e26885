import type { Contender, ContenderName } from "../contenders/contender.ts";
import type { Workload } from "../workload/workload.ts";

export interface Comparison {
  /** How many events each contender was compared on. */
  compared: Partial<Record<ContenderName, number>>;
  /** In how many of a hundred events a group pays. */
  hitShare: number;
  /** The ranks of the winners that 10, 50 and 90 of a hundred are not above. */
  ranks: [number, number, number];
}

/**
 * All must find the same winners, or nothing is timed: a figure counts only while the answers are right.
 *
 * @param sample how many events to take of those who would need minutes for all; evenly spread
 */
export async function compare(
  contenders: readonly Contender[],
  { events, terms }: Workload,
  sample: Partial<Record<ContenderName, number>> = {},
): Promise<Comparison> {
  const [first, ...others] = contenders as [Contender, ...Contender[]];
  const winners = [];
  for (let at = 0; at < events.length; at++) winners.push(await first.winner(at));
  const compared: Comparison["compared"] = { [first.name]: events.length };
  for (const other of others) {
    const count = Math.min(events.length, sample[other.name] ?? events.length);
    for (let nth = 0; nth < count; nth++) {
      const at = Math.floor((nth * events.length) / count);
      const found = await other.winner(at);
      if (found !== winners[at]) {
        throw new Error(
          `${other.name} finds ${found}, ${first.name} finds ${winners[at]}: ${JSON.stringify(events[at])}`,
        );
      }
    }
    compared[other.name] = count;
  }
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
