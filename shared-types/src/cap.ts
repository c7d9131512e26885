import { z } from "zod";
import { Amount, Count } from "./amount.ts";
import { Instant } from "./fields.ts";
import { alsoCheck } from "./refine.ts";

/** Conversion caps and revenue budgets: how much a program takes, in its time zone. Source: seeds, "Conversion cap", "Revenue budget". */

/** What is counted: conversions, or what the advertiser pays. */
export const CAP_MEASURES = ["conversions", "revenue"] as const;
export type CapMeasure = (typeof CAP_MEASURES)[number];

/** Calendar periods of the program's time zone; weeks begin on Monday. */
export const CAP_PERIODS = ["hour", "day", "week", "month", "total"] as const;
export type CapPeriod = (typeof CAP_PERIODS)[number];

/** What happens beyond it: the conversion is rejected, or (revenue only) what is left is paid. */
export const CAP_BEYOND = ["reject", "pay-rest"] as const;

/** `limit`: whole conversions, or an amount in major units of the program's currency. */
export const Cap = alsoCheck(
  z.strictObject({
    measure: z.enum(CAP_MEASURES),
    per: z.enum(CAP_PERIODS),
    limit: Amount,
    beyond: z.enum(CAP_BEYOND).default("reject"),
  }),
  ({ measure, limit, beyond }, complain) => {
    if (measure !== "conversions") return;
    if (Amount.safeParse(limit).success && !Count.safeParse(limit).success)
      complain(["limit"], "must be a whole number of conversions");
    if (beyond === "pay-rest") complain(["beyond"], "must be reject: only amounts have a rest that can be paid");
  },
);
export type Cap = z.infer<typeof Cap>;

/** How much of a cap is used up in the period that a moment lies in; the bounds are null where it is counted in all. */
export const CapUse = z.object({
  cap: Cap,
  /** Conversions, or an amount in major units. */
  used: z.string(),
  from: Instant.nullable(),
  until: Instant.nullable(),
});
export type CapUse = z.infer<typeof CapUse>;
