import type { ProgramChange } from "@firstmatch/shared-types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeProgram, getProgram } from "../../api/programs.ts";

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
