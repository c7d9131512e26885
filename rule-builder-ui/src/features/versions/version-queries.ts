import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getVersion, listVersions } from "../../api/versions.ts";
import { usePages } from "../../components/use-pages.ts";

export const useVersions = (program: string, terms: string) =>
  usePages(["versions", program, terms], (cursor) => listVersions(program, terms, cursor));

/** A version never changes, so it is asked for once. */
export const useVersion = (program: string, terms: string, version: number | undefined) =>
  useQuery({
    queryKey: ["version", program, terms, version],
    queryFn: () => getVersion(program, terms, version as number),
    enabled: version !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** After a version was published. */
export function useForgetVersions(program: string, terms: string) {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["versions", program, terms] }),
      client.invalidateQueries({ queryKey: ["terms", program] }),
    ]);
}
