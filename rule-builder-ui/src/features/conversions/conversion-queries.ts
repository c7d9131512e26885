import type {
  Conversion,
  ConversionDetails,
  ConversionFilter,
  ConversionSort,
  RejectConversion,
  ReverseConversion,
} from "@firstmatch/shared-types";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  approveConversion,
  enterConversion,
  explainConversion,
  getConversion,
  listConversions,
  rejectConversion,
  reverseConversion,
} from "../../api/conversions.ts";
import { usePages } from "../../components/use-pages.ts";

export const useConversions = (program: string, filter: ConversionFilter, sort: ConversionSort) =>
  usePages(["conversions", program, filter, sort], (cursor) => listConversions(program, filter, sort, cursor), {
    keepPrevious: true,
  });

const keyOf = (program: string, id: string) => ["conversion", program, id];

export const useConversion = (program: string, id: string) =>
  useQuery({ queryKey: keyOf(program, id), queryFn: () => getConversion(program, id) });

/** The full trace, once somebody wants to see it; what was decided never changes. */
export const useExplanation = (program: string, id: string, wanted: boolean) =>
  useQuery({
    queryKey: ["conversion-explained", program, id],
    queryFn: () => explainConversion(program, id),
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Wherever conversions are counted, summed up or told of. */
export const SHOWING_CONVERSIONS = [
  "conversions",
  "report",
  "usage",
  "customers",
  "payout-preview",
  "bonuses",
  "history",
];

function useForgetConversions() {
  const client = useQueryClient();
  return (details: ConversionDetails) => {
    client.setQueryData(keyOf(details.program, details.id), details);
    return Promise.all(SHOWING_CONVERSIONS.map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
}

/** Corrections of one conversion, made from the revision that is shown; a newer one refuses them, and is shown then. */
export function useCorrections(conversion: Conversion) {
  const client = useQueryClient();
  const onSuccess = useForgetConversions();
  const onError = () => client.invalidateQueries({ queryKey: keyOf(conversion.program, conversion.id) });
  return {
    approve: useMutation({ mutationFn: () => approveConversion(conversion), onSuccess, onError }),
    reject: useMutation({
      mutationFn: (body: RejectConversion) => rejectConversion(conversion, body),
      onSuccess,
      onError,
    }),
    reverse: useMutation({
      mutationFn: (body: ReverseConversion) => reverseConversion(conversion, body),
      onSuccess,
      onError,
    }),
  };
}

export function useHandEntry(program: string) {
  const onSuccess = useForgetConversions();
  return useMutation({ mutationFn: (body: Record<string, unknown>) => enterConversion(program, body), onSuccess });
}
