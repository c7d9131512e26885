import type { PersonalPayout } from "@firstmatch/shared-types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  addPersonalPayout,
  listPersonalPayouts,
  type PersonalPayoutPlace,
  removePersonalPayout,
  savePersonalPayout,
} from "../../api/personal-payouts.ts";
import { usePages } from "../../components/use-pages.ts";

const keyOf = ({ program, terms, eventType }: PersonalPayoutPlace) => ["personal-payouts", program, terms, eventType];

export interface Wanted {
  partner: string;
  couponCode: string;
}

export const usePersonalPayouts = (place: PersonalPayoutPlace, wanted: Wanted) =>
  usePages([...keyOf(place), wanted], (cursor) => listPersonalPayouts(place, { ...wanted, cursor }));

/** Adds, changes and removes; each is in force at once. */
export function usePersonalPayoutWrites(place: PersonalPayoutPlace) {
  const client = useQueryClient();
  // It is shown beside the event type and with each of its partners.
  const onSettled = () =>
    Promise.all(
      [keyOf(place), ["payout-settings"], ["members", place.program]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  const add = useMutation({ mutationFn: (payout: PersonalPayout) => addPersonalPayout(place, payout), onSettled });
  const save = useMutation({
    mutationFn: ({ revision, payout }: { revision: number; payout: PersonalPayout }) =>
      savePersonalPayout(place, revision, payout),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ revision, id }: { revision: number; id: string }) => removePersonalPayout(place, revision, id),
    onSettled,
  });
  return { add, save, remove };
}
