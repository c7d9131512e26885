/** The ranking. A rank is the place in the list, counted from 1; it is never stored. */

interface Ranked {
  id: string;
}

/** The rank of the group; 0 when the list has none of that id. */
export const rankOf = (groups: readonly Ranked[], id: string): number =>
  groups.findIndex((group) => group.id === id) + 1;

/** The list with one group at another rank. A rank outside the list is its nearer end; an unknown id moves nothing. */
export function moveToRank<T extends Ranked>(groups: readonly T[], id: string, rank: number): T[] {
  const moved = groups.find((group) => group.id === id);
  if (moved === undefined) return [...groups];
  return insertAtRank(
    groups.filter((group) => group !== moved),
    moved,
    rank,
  );
}

/** The list with one group more. */
export function insertAtRank<T>(groups: readonly T[], group: T, rank: number): T[] {
  const at = Math.min(Math.max(rank - 1, 0), groups.length);
  return [...groups.slice(0, at), group, ...groups.slice(at)];
}

/** "Moved Facebook to rank 1 of 9": what is said aloud, and shown. */
export const movedTo = (name: string, rank: number, count: number): string =>
  `Moved ${name} to rank ${rank} of ${count}`;
