import { z } from "zod";
import { Member } from "./member.ts";
import { EventSetup, Payout } from "./payout.ts";
import { Program, StoredPersonalPayout } from "./program.ts";

/** What one partner is paid in one program, now. */
export const PayoutSettings = z.object({
  program: Program,
  member: Member,
  /** The terms that decide for this member now; the program's default where it has none of its own. */
  terms: z.object({ id: z.string(), name: z.string(), currency: z.string(), timezone: z.string() }),
  /** As in the version in force now; none while nothing is published. */
  events: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      level: z.enum(["order", "item"]),
      default: Payout,
      /** The default payout's; what it leaves out is as usual. */
      setup: EventSetup.optional(),
      groups: z.int(),
      personal: z.array(StoredPersonalPayout),
    }),
  ),
});
export type PayoutSettings = z.infer<typeof PayoutSettings>;
