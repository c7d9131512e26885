import type { NewMember, Program } from "@firstmatch/shared-types";
import { toInstant } from "../../components/local-time.ts";

/** What is chosen while a partner is added to a program. */
export interface Joining {
  /** Null: the program's default terms. */
  terms: string | null;
  /** On the clocks of the program's time zone; "" for no limit. */
  from: string;
  until: string;
  /** Whether the member gets a promo code as well. */
  code: boolean;
}

export const JOINING: Joining = { terms: null, from: "", until: "", code: false };

export const newMember = (
  partner: string,
  { timezone }: Pick<Program, "timezone">,
  { terms, from, until, code }: Joining,
): NewMember => ({
  partner,
  terms,
  ...(from !== "" && { from: toInstant(from, timezone) }),
  ...(until !== "" && { until: toInstant(until, timezone) }),
  ...(code && { code }),
});
