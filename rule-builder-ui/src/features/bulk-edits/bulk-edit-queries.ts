import type { BulkEdit, BulkEditRequest, NewBulkEdit } from "@firstmatch/shared-types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  getBulkEdit,
  type LineResult,
  listBulkEditLines,
  listBulkEdits,
  previewBulkEdit,
  retryBulkEdit,
  startBulkEdit,
} from "../../api/bulk-edits.ts";
import { usePages } from "../../components/use-pages.ts";
import { useWhenThrough } from "../../components/use-when-through.ts";
import { useForgetMembers } from "../members/member-queries.ts";

/** How often a running edit is asked how far it is. */
const LOOK_MS = 700;

const keyOf = (program: string, id: string) => ["bulk-edit", program, id];

/** What would change for whom; it stays as it was shown until it is asked for again. */
export const useBulkEditPreview = (program: string, wanted: BulkEditRequest) =>
  useQuery({
    queryKey: ["bulk-edit-preview", program, wanted],
    queryFn: () => previewBulkEdit(program, wanted),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });

export const useBulkEdits = (program: string) =>
  usePages(["bulk-edits", program], (cursor) => listBulkEdits(program, cursor), {
    lookAgainMs: (items) => (items.some(({ status }) => status === "running") ? LOOK_MS : undefined),
  });

/** One bulk edit, asked again until it is through; what it changed is then forgotten wherever it was shown. */
export function useBulkEdit(program: string, id: string) {
  const forgetMembers = useForgetMembers();
  const client = useQueryClient();
  const result = useQuery({
    queryKey: keyOf(program, id),
    queryFn: () => getBulkEdit(program, id),
    refetchInterval: ({ state }) => (state.data?.status === "running" ? LOOK_MS : false),
  });
  useWhenThrough(result.data?.status, () => {
    void forgetMembers();
    void client.invalidateQueries({ queryKey: ["bulk-edit-lines", program, id] });
    void client.invalidateQueries({ queryKey: ["bulk-edits", program] });
  });
  return result;
}

export const useBulkEditLines = (program: string, id: string, result: LineResult | undefined) =>
  usePages(["bulk-edit-lines", program, id, result], (cursor) => listBulkEditLines(program, id, result, cursor), {
    keepPrevious: true,
  });

export function useBulkEditStart(program: string) {
  const keep = useKeepAnswer(program);
  return useMutation({ mutationFn: (edit: NewBulkEdit) => startBulkEdit(program, edit), onSuccess: keep });
}

export function useBulkEditRetry(program: string) {
  const keep = useKeepAnswer(program);
  return useMutation({ mutationFn: (id: string) => retryBulkEdit(program, id), onSuccess: keep });
}

/** A short edit may be through before anybody has asked. */
function useKeepAnswer(program: string) {
  const client = useQueryClient();
  const forgetMembers = useForgetMembers();
  return async (edit: BulkEdit) => {
    client.setQueryData(keyOf(program, edit.id), edit);
    await client.invalidateQueries({ queryKey: ["bulk-edits", program] });
    if (edit.status === "finished") await forgetMembers();
  };
}
