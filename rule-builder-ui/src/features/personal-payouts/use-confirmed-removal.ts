import type { StoredPersonalPayout } from "@firstmatch/shared-types";
import type { PersonalPayoutPlace } from "../../api/personal-payouts.ts";
import { ask } from "../../components/ask.ts";
import { tellError } from "../../components/tell.tsx";
import { usePersonalPayoutWrites } from "./personal-payout-queries.ts";

/** Removes a personal payout after a question, since it is in force at once and for all of its partners. */
export function useConfirmedRemoval(place: PersonalPayoutPlace) {
  const { remove } = usePersonalPayoutWrites(place);
  return async ({ revision, payout: { id, title, partners } }: StoredPersonalPayout) => {
    const who = partners.length > 1 ? `all of its ${partners.length} partners are` : "its partner is";
    const sure = await ask({
      title: `Remove ${title}?`,
      text: `From now on ${who} paid by the groups and the default payout. This is in force at once, without publishing.`,
      confirm: "Remove personal payout",
    });
    if (sure)
      remove.mutate({ revision, id }, { onError: (refusal) => tellError(`Could not remove ${title}`, refusal) });
  };
}
