/** What becomes of personal payouts that ask for a code which stops at once. */
export const PAYOUTS_FOLLOW =
  "Personal payouts of the partner that ask for the old code ask for the new one from then on.";

/** And of one which counts for a while yet. */
export const PAYOUTS_STAY =
  "Personal payouts of the partner that ask for the old code keep asking for it; they are changed by hand.";
