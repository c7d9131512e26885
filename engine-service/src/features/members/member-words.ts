import { formatMoment, type PlannedMove } from "@firstmatch/shared-types";
import type { MemberState } from "./member-state.ts";

/** How the history and previews speak of members; each sentence goes on after the partner's name. */
export interface Words {
  /** Terms by their published name. */
  terms: (id: string | null) => string;
  timezone: string;
}

export const moved = (words: Words, from: string | null, to: string | null, moment?: string): string =>
  `moves from ${words.terms(from)} to ${words.terms(to)}${moment === undefined ? "" : ` from ${shown(words, moment)}`}`;

export const calledOff = (words: Words, moves: readonly PlannedMove[]): string =>
  `no longer moves ${moves.map(({ terms, from }) => `to ${words.terms(terms)} from ${shown(words, from)}`).join(", ")}`;

export const dated = (words: Words, { from, until }: Pick<MemberState, "from" | "until">): string => {
  if (from === null && until === null) return "is paid at any time";
  const begin = from === null ? "" : ` from ${shown(words, from)}`;
  return `is paid${begin}${until === null ? " on" : ` until ${shown(words, until)}`}`;
};

export const activated = (active: boolean): string => (active ? "is activated" : "is deactivated");

/** "Dec 1, 2026" when the day begins there in the program's time zone, else with the time. */
const shown = ({ timezone }: Words, moment: string) => formatMoment(moment, timezone).replace(/, 00:00$/, "");
