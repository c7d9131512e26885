import type { NewPromoCode, PromoCode, PromoCodeChange, Reissue } from "@firstmatch/shared-types";
import { useMutation, useQuery } from "@tanstack/react-query";
import { changeCode, issueCode, listCodes, listHolders, reissueCode } from "../../api/promo-codes.ts";
import { usePages } from "../../components/use-pages.ts";
import { useForgetMembers } from "../members/member-queries.ts";

export const useCodes = (program: string, partner: string) =>
  usePages(["codes", program, partner], (cursor) => listCodes(program, partner, cursor));

/** Who had a code when, the newest first. */
export const useHolders = (program: string, code: string) =>
  useQuery({ queryKey: ["codes", program, "holders", code], queryFn: () => listHolders(program, code) });

export function useNewCode(program: string) {
  const onSuccess = useForgetMembers();
  return useMutation({ mutationFn: (code: NewPromoCode) => issueCode(program, code), onSuccess });
}

/** Changes to one code, made from the revision that is shown. */
export function useCodeWrites({ program, code, revision }: Pick<PromoCode, "program" | "code" | "revision">) {
  const onSettled = useForgetMembers();
  const change = useMutation({
    mutationFn: (body: PromoCodeChange) => changeCode(program, code, revision, body),
    onSettled,
  });
  const reissue = useMutation({ mutationFn: (body: Reissue) => reissueCode(program, code, revision, body), onSettled });
  return { change, reissue };
}
