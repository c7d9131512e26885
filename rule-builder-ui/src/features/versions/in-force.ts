import type { VersionSummary } from "@firstmatch/shared-types";

type Dated = Pick<VersionSummary, "version" | "inForceFrom">;

/** When a version decides. */
export interface Span {
  /** Null for the first version, which also covers all time before it. */
  from: string | null;
  /** Null while nothing follows. */
  until: string | null;
}

/** By version; one that was overtaken before its own moment came is not in it. The service's rule, for showing only. */
export function spansOf(versions: readonly Dated[]): Map<number, Span> {
  const inOrder = versions.toSorted(
    (left, right) => Date.parse(left.inForceFrom) - Date.parse(right.inForceFrom) || left.version - right.version,
  );
  return new Map(
    inOrder.flatMap(({ version, inForceFrom }, at) => {
      const next = inOrder[at + 1];
      if (next !== undefined && Date.parse(next.inForceFrom) === Date.parse(inForceFrom)) return [];
      const from = at === 0 && version === 1 ? null : inForceFrom;
      return [[version, { from, until: next?.inForceFrom ?? null }]];
    }),
  );
}

export type Standing = "in-force" | "later" | "past";

export const standingOf = ({ from, until }: Span, now: number): Standing => {
  if (from !== null && Date.parse(from) > now) return "later";
  return until !== null && Date.parse(until) <= now ? "past" : "in-force";
};

/** Whether a version that was just published still waits for its moment. The first one never does. */
export const isInForceLater = ({ version, inForceFrom }: Dated, now = Date.now()): boolean =>
  version > 1 && Date.parse(inForceFrom) > now;
