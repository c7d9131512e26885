import type { NewPayoutRun } from "@firstmatch/shared-types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  enterBonuses,
  getPayoutRun,
  listBonuses,
  listPayoutLines,
  listPayoutRuns,
  previewPayoutRun,
  startPayoutRun,
} from "../../api/payout-runs.ts";
import { usePages } from "../../components/use-pages.ts";
import { useWhenThrough } from "../../components/use-when-through.ts";

/** How often a run is asked whether it is through. */
const LOOK_MS = 700;

const keyOf = (program: string, id: string) => ["payout-run", program, id];

/** Whatever a run that is through has changed: its conversions are paid by then. */
const CHANGED_BY_RUNS = ["payout-runs", "payout-run-lines", "conversions", "conversion", "history"];

export const usePayoutRuns = (program: string) =>
  usePages(["payout-runs", program], (cursor) => listPayoutRuns(program, cursor), {
    lookAgainMs: (items) => (items.some(({ status }) => status === "running") ? LOOK_MS : undefined),
  });

/** What would be paid, as it is now. @param until undefined: nothing is asked */
export const usePayoutPreview = (program: string, until: string | undefined) =>
  useQuery({
    queryKey: ["payout-preview", program, until],
    queryFn: () => previewPayoutRun(program, until as string),
    enabled: until !== undefined,
    gcTime: 0,
  });

/** One run, asked again until it is through. */
export function usePayoutRun(program: string, id: string) {
  const client = useQueryClient();
  const result = useQuery({
    queryKey: keyOf(program, id),
    queryFn: () => getPayoutRun(program, id),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_MS : false),
  });
  useWhenThrough(result.data?.status, () => {
    for (const key of CHANGED_BY_RUNS) void client.invalidateQueries({ queryKey: [key] });
  });
  return result;
}

export const usePayoutLines = (program: string, id: string) =>
  usePages(["payout-run-lines", program, id], (cursor) => listPayoutLines(program, id, cursor));

export function usePayoutRunStart(program: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: NewPayoutRun) => startPayoutRun(program, run),
    onSuccess: (run) => {
      client.setQueryData(keyOf(program, run.id), run);
      return client.invalidateQueries({ queryKey: ["payout-runs", program] });
    },
  });
}

const bonusKey = (program: string, month: string) => ["bonuses", program, month];

export const useBonuses = (program: string, month: string) =>
  useQuery({ queryKey: bonusKey(program, month), queryFn: () => listBonuses(program, month) });

export function useBonusEntry(program: string, month: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => enterBonuses(program, month),
    onSuccess: (bonuses) => {
      client.setQueryData(bonusKey(program, month), bonuses);
      return client.invalidateQueries({ queryKey: ["history"] });
    },
  });
}
