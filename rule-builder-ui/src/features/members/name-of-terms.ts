import type { Program } from "@firstmatch/shared-types";
import { useTermsList } from "../terms/terms-queries.ts";

/** A member's terms in words; null for those who go with the program's default. */
export function useNameOfTerms({ id, defaultTerms }: Pick<Program, "id" | "defaultTerms">) {
  const { items } = useTermsList(id);
  const nameOf = (terms: string) => items.find((each) => each.id === terms)?.name ?? terms;
  return (terms: string | null): string => (terms === null ? `Default (${nameOf(defaultTerms)})` : nameOf(terms));
}
