import type { ReportFilter } from "@firstmatch/shared-types";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getReport } from "../../api/reports.ts";

/** While other days are asked for, those before stay; undefined: it is not known yet which days are meant. */
export const useReport = (program: string, filter: ReportFilter | undefined) =>
  useQuery({
    queryKey: ["report", program, filter],
    queryFn: () => getReport(program, filter as ReportFilter),
    enabled: filter !== undefined,
    placeholderData: keepPreviousData,
  });
