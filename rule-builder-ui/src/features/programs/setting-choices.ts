import type {
  ATTRIBUTIONS as Attributions,
  PROGRAM_ACCESS,
  PROGRAM_STATUSES,
  TIER_RULES,
} from "@firstmatch/shared-types";

/** The choices of a program's settings, each with what it means. */
interface Choice<T> {
  value: T;
  label: string;
  hint: string;
}

export const STATUSES: readonly Choice<(typeof PROGRAM_STATUSES)[number]>[] = [
  { value: "active", label: "Active", hint: "Conversions are paid." },
  { value: "paused", label: "Paused", hint: "For a while nothing is paid: conversions are rejected as not active." },
  { value: "ended", label: "Ended", hint: "The program is over: nothing that occurs from now on is paid." },
];

export const ACCESSES: readonly Choice<(typeof PROGRAM_ACCESS)[number]>[] = [
  {
    value: "open",
    label: "Every partner",
    hint: "Members are paid by their own terms, everyone else by the default terms.",
  },
  {
    value: "members-only",
    label: "Members only",
    hint: "Conversions of anyone else are rejected as not a member.",
  },
];

export const ATTRIBUTIONS: readonly Choice<(typeof Attributions)[number]>[] = [
  { value: "code", label: "The code wins", hint: "The conversion belongs to the member whose promo code was used." },
  { value: "click", label: "The click wins", hint: "The conversion stays with the partner who brought the customer." },
];

export const TIERS: readonly Choice<(typeof TIER_RULES)[number]>[] = [
  {
    value: "beyond-step",
    label: "Beyond the step",
    hint: "Each conversion is paid by what its partner had reached before it: those beyond a step get its rate, those before keep theirs.",
  },
  {
    value: "whole-month",
    label: "All of the month",
    hint: "Once the month is over, a bonus lifts all of its conversions to the rate that its partner reached in the end.",
  },
];
