import type { Program, TermsSummary } from "@firstmatch/shared-types";
import { useMemo } from "react";
import { useTermsList } from "../terms/terms-queries.ts";

/** A member's terms in words; null for those who go with the program's default. */
export type NameOfTerms = (terms: string | null) => string;

export function useNameOfTerms({ id, defaultTerms }: Pick<Program, "id" | "defaultTerms">): NameOfTerms {
  const { items } = useTermsList(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew with every draw; its names are not
  return useMemo(() => nameOfTerms(items, defaultTerms), [JSON.stringify(items.map(({ name }) => name)), defaultTerms]);
}

export function nameOfTerms(list: readonly Pick<TermsSummary, "id" | "name">[], defaultTerms: string): NameOfTerms {
  const names = new Map(list.map(({ id, name }) => [id, name]));
  const nameOf = (terms: string) => names.get(terms) ?? terms;
  return (terms) => (terms === null ? `Default (${nameOf(defaultTerms)})` : nameOf(terms));
}
