import type { Fault } from "@firstmatch/shared-types";
import { createContext, type ReactNode, useContext } from "react";
import { faultsBelow } from "../../components/faults-at.ts";
import { pointerOfRow } from "./pointer-of-row.ts";
import type { CriteriaQuery } from "./query.ts";

/** What the rows need to know beside themselves; react-querybuilder renders them, so it cannot be passed down. */
export interface CriteriaScene {
  query: CriteriaQuery;
  faults: readonly Fault[];
  currency: string;
  timezone: string;
  whenEmpty: ReactNode;
  onDraggingChange: (dragging: boolean) => void;
}

const CriteriaContext = createContext<CriteriaScene | undefined>(undefined);
export const CriteriaProvider = CriteriaContext.Provider;

export function useCriteriaScene(): CriteriaScene {
  const scene = useContext(CriteriaContext);
  if (scene === undefined) throw new Error("criteria rows must be inside a CriteriaEditor");
  return scene;
}

/** The faults of the row or block at a path, with pointers relative to it. */
export function useFaultsOf(path: readonly number[]): Fault[] {
  const { query, faults } = useCriteriaScene();
  return faultsBelow(faults, pointerOfRow(query, path));
}
