import { Conversion, type ConversionDetails, LedgerEntry } from "@firstmatch/shared-types";
import { z } from "zod";
import { DecisionSchema } from "../evaluate/decision-schema.ts";

/** As the API documentation shows it; the type in shared-types is the truth. */
export const ConversionDetailsSchema = Conversion.extend({
  decision: DecisionSchema,
  why: z.array(z.string()).describe("Why this rule and these amounts, a sentence a step"),
  input: z.unknown().describe("As it came in"),
  event: z.record(z.string(), z.unknown()).describe("As it was decided: what came in, and the facts of its click"),
  ledger: z.array(LedgerEntry),
  reversibleItems: z.array(z.int()).describe("Item lines that can still be reversed, by index"),
}) satisfies z.ZodType<Omit<ConversionDetails, "decision">>;
