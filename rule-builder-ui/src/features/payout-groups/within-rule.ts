import type { Fault } from "@firstmatch/shared-types";

/** Where a rule of an event type stands in the terms document. */
const RULE = /^\/events\/\d+\/(?:groups\/\d+|default)/;

/**
 * Faults of the terms document as its editor knows them: relative to the one rule that was changed. The rest of the
 * document was saved before, so there is nothing wrong with it.
 */
export const withinRule = (faults: readonly Fault[]): Fault[] =>
  faults.map(({ pointer, message }) => ({ pointer: pointer.replace(RULE, ""), message }));
