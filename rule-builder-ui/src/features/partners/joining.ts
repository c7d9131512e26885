import type { Edit, NewMember, Program } from "@firstmatch/shared-types";
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

type Zoned = Pick<Program, "timezone">;

const chosenTerms = ({ timezone }: Zoned, { terms, from, until, code }: Joining) => ({
  terms,
  ...(from !== "" && { from: toInstant(from, timezone) }),
  ...(until !== "" && { until: toInstant(until, timezone) }),
  ...(code && { code: true as const }),
});

/** One partner joins. */
export const newMember = (partner: string, program: Zoned, joining: Joining): NewMember => ({
  partner,
  ...chosenTerms(program, joining),
});

/** Several partners join, as a bulk edit. */
export const joinEdit = (program: Zoned, joining: Joining): Edit => ({
  kind: "join",
  ...chosenTerms(program, joining),
});
