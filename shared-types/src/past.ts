import { z } from "zod";
import { Amount, Count } from "./amount.ts";
import { type Conditions, leavesOf } from "./conditions.ts";
import { FACTS, factOf } from "./facts.ts";

/** Facts of a partner's own past in a program: what performance tiers are made with. */

export const PAST_FACTS = FACTS.filter((fact) => "past" in fact);
export type PastFactKey = (typeof PAST_FACTS)[number]["key"];

/** Whether any condition looks at the partner's past. */
export const usesPast = (conditions: Conditions): boolean =>
  leavesOf(conditions).some((leaf) => factOf(leaf.fact)?.past === true);

const fields = PAST_FACTS.map(({ key, input }) => {
  const schema: z.ZodType<string> = input === "amount" ? Amount : Count;
  return [key, schema.nullish()] as const;
});

/** A past that somebody makes up, to try terms with; what is left out counts as not known. */
export const PartnerPast = z.strictObject(Object.fromEntries(fields));

/** Counts, and amounts in major units of the program's currency, as decimal strings: "12", "10000.00". */
export type PartnerPast = { [key in PastFactKey]?: string | null };
