import type { NewPartner, PartnerChange } from "@firstmatch/shared-types";
import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changePartner, createPartner, getPartner, listPartners, type PartnerFilter } from "../../api/partners.ts";
import { usePages } from "../../components/use-pages.ts";

export const usePartners = (filter: PartnerFilter) =>
  usePages(["partners", filter], (cursor) => listPartners(filter, cursor), { keepPrevious: true });

/** @param partner undefined where none is known; nothing is asked for then */
export const usePartner = (partner: string | undefined) =>
  useQuery({ queryKey: ["partner", partner], queryFn: partner === undefined ? skipToken : () => getPartner(partner) });

/** After something about a partner has changed: wherever it is shown, with what it is paid and as whose member. */
export function useForgetPartner() {
  const client = useQueryClient();
  return (partner: string) =>
    Promise.all(
      [["partners"], ["partner", partner], ["payout-settings", partner], ["members"], ["history"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useNewPartner() {
  const forget = useForgetPartner();
  return useMutation({
    mutationFn: (partner: NewPartner) => createPartner(partner),
    onSuccess: ({ id }) => forget(id),
  });
}

/** A change made to a revision; refused with 412 when somebody else has changed the partner since. */
export function usePartnerChange(partner: string) {
  const forget = useForgetPartner();
  return useMutation({
    mutationFn: ({ revision, change }: { revision: number; change: PartnerChange }) =>
      changePartner(partner, revision, change),
    onSettled: () => forget(partner),
  });
}
