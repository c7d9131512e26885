import type { DatedEvent, Decision, PartnerProfile, Terms } from "@firstmatch/shared-types";
import { compileTerms } from "../domain/compile-terms.ts";
import { decide } from "../domain/decide.ts";

/** Decides an event by an unsaved document, as /simulate does; a test that gets no decision fails here. */
export function ask(terms: Terms, event: DatedEvent, partner: PartnerProfile | null = null, explain = false): Decision {
  const decided = decide({
    terms: compileTerms(terms),
    termsRef: { id: null, version: null },
    program: null,
    partner,
    event,
    explain,
  });
  if (!decided.ok) throw new Error(decided.fault.message);
  return decided.decision;
}
