import type { Fault } from "@firstmatch/shared-types";
import { createContext, type ReactNode, useContext } from "react";
import { faultsBelow } from "../../components/faults-at.ts";
import { pointerOfRow } from "./pointer-of-row.ts";
import type { CriteriaQuery } from "./query.ts";

/** What the rows need to know beside themselves; react-querybuilder renders them, so it cannot be passed down. */
export interface CriteriaSurroundings {
  currency: string;
  timezone: string;
  whenEmpty: ReactNode;
  onDraggingChange: (dragging: boolean) => void;
}

/** What changes with every key that is pressed; apart, so that the fields of other rows need not be drawn again. */
export interface CriteriaState {
  query: CriteriaQuery;
  faults: readonly Fault[];
}

export const SurroundingsContext = createContext<CriteriaSurroundings | undefined>(undefined);
export const StateContext = createContext<CriteriaState | undefined>(undefined);

const inside = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error("criteria rows must be inside a CriteriaEditor");
  return value;
};

export const useSurroundings = (): CriteriaSurroundings => inside(useContext(SurroundingsContext));

/** The faults of the row or block at a path, with pointers relative to it. */
export function useFaultsOf(path: readonly number[]): Fault[] {
  const { query, faults } = inside(useContext(StateContext));
  return faultsBelow(faults, pointerOfRow(query, path));
}
