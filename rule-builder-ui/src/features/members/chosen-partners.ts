import type { Edit, Program, Selection } from "@firstmatch/shared-types";
import { type Joining, newMember } from "../partners/joining.ts";

/** Who is to join: some by name, or everyone whom the search finds. */
export type Chosen = { all: false; partners: readonly { id: string; name: string }[] } | { all: true };

export const NO_ONE: Chosen = { all: false, partners: [] };

/** As a bulk edit takes it. */
export const joinSelection = (chosen: Chosen, search: string): Selection =>
  chosen.all ? { filter: search === "" ? {} : { search } } : { partners: chosen.partners.map(({ id }) => id) };

/** What each of them gets; the same as one partner who joins alone. */
export function joinEdit(program: Pick<Program, "timezone">, joining: Joining): Edit {
  const { partner: _, terms = null, ...rest } = newMember("", program, joining);
  return { kind: "join", terms, ...rest };
}

export const chosenInWords = (chosen: Chosen): string => {
  if (chosen.all) return "Everyone found";
  if (chosen.partners.length === 0) return "Choose at least one partner";
  return `${chosen.partners.length.toLocaleString("en")} chosen`;
};
