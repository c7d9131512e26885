import type { DatedEvent } from "@firstmatch/shared-types";
import type { CompiledTerms } from "#engine/domain/compile-terms";
import type { Question } from "#engine/domain/decide";

/** What the domain is asked about an event of an open program that knows nothing of the event's partner. */
export const questionOf = (terms: CompiledTerms, event: DatedEvent): Question => ({
  ...{ terms, event, program: "bench", explain: false },
  termsRef: { id: "standard", version: 1 },
  standing: {
    partnerId: event.partnerId ?? null,
    partnerFrom: "event",
    revenueShare: null,
    refused: null,
    notes: [],
  },
});
