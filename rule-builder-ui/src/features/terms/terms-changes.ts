import type { Terms } from "@firstmatch/shared-types";
import type { Change } from "./keep-draft.ts";
import { takeOver } from "./take-over.ts";

export type TermsSettings = Pick<Terms, "name" | "currency" | "timezone" | "rounding">;

/** What can be done to terms as a whole. */
export const changeSettings = (before: TermsSettings, after: TermsSettings): Change => ({
  says: `change the settings of ${before.name}`,
  apply: (terms) => ({ ...terms, ...takeOver<TermsSettings>(terms, before, after) }),
});
