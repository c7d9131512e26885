import type { DefaultTerms } from "../programs/program-store.ts";

/**
 * The default terms of a program at a moment. The first ones also cover all time before. Terms that had not been
 * published by the time others took over never decided anything, and are passed over as if they had not been there.
 *
 * @param publishedAt when terms were first published, in milliseconds
 */
export function defaultTermsAt(
  timeline: readonly DefaultTerms[],
  moment: number,
  publishedAt: (terms: string) => number | undefined,
): string {
  const [only, ...others] = timeline;
  if (only !== undefined && others.length === 0) return only.terms;
  const counted = timeline.filter(({ terms }, at) => {
    const next = timeline[at + 1];
    return next === undefined || (publishedAt(terms) ?? Number.POSITIVE_INFINITY) <= Date.parse(next.from);
  });
  const holding = counted.findLast(({ from }) => Date.parse(from) <= moment) ?? counted[0];
  return (holding as DefaultTerms).terms;
}
