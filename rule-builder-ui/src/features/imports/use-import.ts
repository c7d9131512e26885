import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { importConversions } from "../../api/imports.ts";
import { SHOWING_CONVERSIONS } from "../conversions/conversion-queries.ts";
import type { ChosenFile } from "./chosen-file.ts";

interface Run {
  file: ChosenFile;
  /** What it would come to; nothing is stored. */
  dryRun: boolean;
}

/** Tries a file out, or imports it; tells how far it is, and can be stopped. */
export function useImport(program: string) {
  const client = useQueryClient();
  const stopper = useRef<AbortController>(undefined);
  const [lines, setLines] = useState(0);
  const run = useMutation({
    mutationFn: ({ file, dryRun }: Run) => {
      stopper.current = new AbortController();
      setLines(0);
      const { signal } = stopper.current;
      return importConversions(program, file.name, file.content, { dryRun, tell: setLines, signal });
    },
    onSettled: (_report, _error, { dryRun }) =>
      dryRun ? undefined : Promise.all(SHOWING_CONVERSIONS.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
  const stop = () => stopper.current?.abort();
  useEffect(() => () => stopper.current?.abort(), []);
  return { run, lines, stop, stopped: run.isError && stopper.current?.signal.aborted === true };
}
