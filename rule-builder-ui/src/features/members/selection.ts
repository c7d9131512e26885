import type { MemberFilter, Selection } from "@firstmatch/shared-types";

/** Who is ticked in the table: some by name, or all whom the filter finds, seen or not. */
export type Ticked = { all: true } | { all: false; partners: ReadonlySet<string> };

export const NOBODY: Ticked = { all: false, partners: new Set() };

export const isTicked = (ticked: Ticked, partner: string): boolean => ticked.all || ticked.partners.has(partner);

export const isNobody = (ticked: Ticked): boolean => !ticked.all && ticked.partners.size === 0;

/** One more, or one less. Without one of them, "all" becomes those who are seen, without it. */
export function withTick(ticked: Ticked, partner: string, on: boolean, shown: readonly string[]): Ticked {
  const partners = new Set(ticked.all ? shown : ticked.partners);
  if (on) partners.add(partner);
  else partners.delete(partner);
  return { all: false, partners };
}

/** Everyone who is seen, or none of them; whoever was ticked and is not seen stays so. */
export function withShown(ticked: Ticked, shown: readonly string[], on: boolean): Ticked {
  if (ticked.all) return on ? ticked : NOBODY;
  const partners = new Set(ticked.partners);
  for (const partner of shown) {
    if (on) partners.add(partner);
    else partners.delete(partner);
  }
  return { all: false, partners };
}

/** As a bulk edit takes it. */
export const selectionOf = (ticked: Ticked, filter: MemberFilter): Selection =>
  ticked.all ? { filter } : { partners: [...ticked.partners] };
