import type { CodeHolding } from "../../domain/code-holding.ts";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";

interface CodeChange {
  program: string;
  code: string;
  sentence: string;
  before: CodeHolding | null;
  after: CodeHolding;
}

/** The history's line about a promo code; whoever had it before is concerned as well. */
export const codeDeed = ({ program, code, sentence, before, after }: CodeChange, doer: Doer): Deed => ({
  ...doneBy(doer),
  thing: { kind: "promo-code", id: code, name: code },
  program,
  partners: [...new Set([...(before ? [before.partner] : []), after.partner])],
  sentence,
  before,
  after,
});
