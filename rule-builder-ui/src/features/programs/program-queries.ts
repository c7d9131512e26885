import type { ProgramChange } from "@firstmatch/shared-types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { everyPage } from "../../api/every-page.ts";
import { changeProgram, getProgram, listPrograms } from "../../api/programs.ts";
import { usePages } from "../../components/use-pages.ts";

export const usePrograms = () => usePages(["programs"], (cursor) => listPrograms(cursor));

/** All of them, for a form to choose from. */
export const useAllPrograms = () =>
  useQuery({ queryKey: ["programs", "all"], queryFn: () => everyPage((cursor) => listPrograms(cursor, 100)) });

export const useProgram = (program: string) =>
  useQuery({ queryKey: ["program", program], queryFn: () => getProgram(program) });

/** Changes a program as it is now: what is changed here is one field, and the last word on it counts. */
export function useProgramChange(program: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: ProgramChange) => {
      const { revision } = await getProgram(program);
      return changeProgram(program, revision, change);
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["programs"] }),
        client.invalidateQueries({ queryKey: ["program", program] }),
        client.invalidateQueries({ queryKey: ["terms", program] }),
        client.invalidateQueries({ queryKey: ["usage", program] }),
      ]),
  });
}
