import type { DatedEvent, Decision, PartnerProfile, Terms } from "@firstmatch/shared-types";
import { compileTerms } from "../domain/compile-terms.ts";
import { decide } from "../domain/decide.ts";
import { pastInDocument, standingInDocument } from "../domain/standing.ts";

/** Decides an event by an unsaved document, as /simulate does; a test that gets no decision fails here. */
export function ask(terms: Terms, event: DatedEvent, partner: PartnerProfile | null = null, explain = false): Decision {
  const compiled = compileTerms(terms);
  const standing = standingInDocument(compiled, partner, event);
  const decided = decide({
    terms: compiled,
    termsRef: { id: null, version: null },
    program: null,
    standing,
    past: pastInDocument(partner, standing),
    event,
    explain,
  });
  if (!decided.ok) throw new Error(decided.fault.message);
  return decided.decision;
}
