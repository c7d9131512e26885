import type { Fault } from "@firstmatch/shared-types";
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { tellFaults } from "../../components/tell.tsx";
import type { Change, DraftKeeper, DraftState } from "./keep-draft.ts";

export interface DraftPlace {
  program: string;
  terms: string;
  keeper: DraftKeeper;
}

export const DraftContext = createContext<DraftPlace | undefined>(undefined);

export function useDraftPlace(): DraftPlace {
  const place = useContext(DraftContext);
  if (place === undefined) throw new Error("a draft is used outside of its terms page");
  return place;
}

/** The draft of the terms page around: what is shown, and how to change it. */
export function useDraft(): DraftState & { change: (change: Change) => Promise<Fault[]> } {
  const { keeper } = useDraftPlace();
  const state = useSyncExternalStore(keeper.subscribe, keeper.state);
  return { ...state, change: keeper.change };
}

/** For a change made with one press: a refusal is told beside the page, since there is no form to show it in. */
export function useQuickChange(): (change: Change) => Promise<void> {
  const { keeper } = useDraftPlace();
  return useCallback(async (change) => tellFaults(`Could not ${change.says}`, await keeper.change(change)), [keeper]);
}
