/** Whose a promo code is, and whether it counts: from `from` (included) to `until` (not); null: no limit. */
export interface CodeHolding {
  partner: string;
  active: boolean;
  from: string | null;
  until: string | null;
}

/** Whether a code decides whose an event of that moment is, in milliseconds. */
export const counts = ({ active, from, until }: CodeHolding, moment: number): boolean =>
  active && (from === null || Date.parse(from) <= moment) && (until === null || moment < Date.parse(until));

/** Whether a code counts, or will: as long as it may, it is nobody else's. */
export const mayCount = ({ active, until }: CodeHolding, now: number): boolean =>
  active && (until === null || now < Date.parse(until));
