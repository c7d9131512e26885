import type { PlannedMove } from "@firstmatch/shared-types";
import { heldAt, planned } from "../../domain/timeline.ts";
import type { KnownMember } from "./member-book.ts";
import type { MemberDates } from "./member-store.ts";

/** What a member is at one moment, and what it is planned to become. */
export interface MemberState {
  /** Null: the program's default terms. */
  terms: string | null;
  active: boolean;
  from: string | null;
  until: string | null;
  plannedMoves: PlannedMove[];
}

const NO_LIMITS: MemberDates = { from: null, until: null };

export const stateAt = ({ terms, active, dates }: KnownMember, moment: number): MemberState => ({
  terms: heldAt(terms, moment) ?? null,
  active: heldAt(active, moment) ?? true,
  ...(heldAt(dates, moment) ?? NO_LIMITS),
  plannedMoves: planned(terms, moment).map((move) => ({ terms: move.value, from: move.from })),
});
