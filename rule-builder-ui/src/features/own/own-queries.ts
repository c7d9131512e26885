import type { OwnConversionFilter } from "@firstmatch/shared-types";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getOwn, getOwnReport, listOwnConversions } from "../../api/own.ts";
import { usePages } from "../../components/use-pages.ts";
import type { Days } from "../reports/period.ts";

export const useOwn = () => useQuery({ queryKey: ["own"], queryFn: getOwn });

/** While other days are asked for, those before stay; undefined: it is not known yet which days are meant. */
export const useOwnReport = (program: string, days: Days | undefined) =>
  useQuery({
    queryKey: ["own", program, "report", days],
    queryFn: () => getOwnReport(program, days as Days),
    enabled: days !== undefined,
    placeholderData: keepPreviousData,
  });

export const useOwnConversions = (program: string, filter: OwnConversionFilter) =>
  usePages(["own", program, "conversions", filter], (cursor) => listOwnConversions(program, filter, cursor), {
    keepPrevious: true,
  });
