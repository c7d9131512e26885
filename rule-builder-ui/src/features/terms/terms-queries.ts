import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getTerms, listTerms } from "../../api/terms.ts";
import { usePages } from "../../components/use-pages.ts";

export const useTermsList = (program: string) => usePages(["terms", program], (cursor) => listTerms(program, cursor));

export const useTermsSummary = (program: string, terms: string) =>
  useQuery({ queryKey: ["terms", program, terms], queryFn: () => getTerms(program, terms) });

/** After something about the terms of a program has changed: their list, and each of them. */
export function useForgetTerms(program: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ["terms", program] });
}
