import { type TermsChange, termsChanges } from "@firstmatch/shared-types";
import { useDeferredValue, useMemo } from "react";
import { useTermsSummary } from "../terms/terms-queries.ts";
import { useDraft, useDraftPlace } from "../terms/use-draft.ts";
import { useVersion } from "./version-queries.ts";

export interface Differences {
  /** The newest published version's number; undefined before the first. */
  since: number | undefined;
  changes: readonly TermsChange[];
}

/** What the draft has that the newest published version has not; undefined until both are known. */
export function useDifferences(): Differences | undefined {
  const { program, terms: id } = useDraftPlace();
  // Comparing may wait: typing and dragging may not.
  const terms = useDeferredValue(useDraft().terms);
  const { data: summary } = useTermsSummary(program, id);
  const since = summary?.latest?.version;
  const { data: published } = useVersion(program, id, since);
  return useMemo(() => {
    if (summary === undefined || (since !== undefined && published === undefined)) return undefined;
    return { since, changes: termsChanges(published?.terms ?? null, terms) };
  }, [summary, since, published, terms]);
}
