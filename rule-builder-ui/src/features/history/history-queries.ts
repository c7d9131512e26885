import type { HistoryFilter } from "@firstmatch/shared-types";
import { listHistory } from "../../api/history.ts";
import { usePages } from "../../components/use-pages.ts";

export const useHistory = (filter: HistoryFilter) =>
  usePages(["history", filter], (cursor) => listHistory(filter, cursor), { keepPrevious: true });
