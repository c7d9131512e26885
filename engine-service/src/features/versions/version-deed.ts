import { formatMoment, type Terms, termsChanges } from "@firstmatch/shared-types";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { termsParts } from "../history/changed-parts.ts";
import { toldInShort } from "../history/told-in-short.ts";
import type { TermsPath } from "../terms/find-terms.ts";
import type { StoredVersion } from "./version-store.ts";

interface Published extends Pick<StoredVersion, "author" | "note" | "publishedAt" | "inForceFrom"> {
  number: number;
  document: Terms;
  /** The version before it. */
  before: StoredVersion | null;
}

/** The history's line about a published version. */
export function versionDeed(
  { program, terms }: TermsPath,
  { number, author, note, publishedAt, inForceFrom, document, before }: Published,
  doer: Doer,
): Deed {
  const { name, timezone } = document;
  const later = inForceFrom === publishedAt ? "" : `, in force from ${formatMoment(inForceFrom, timezone)}`;
  const changes = before && toldInShort(termsChanges(before.document, document));
  const parts = termsParts(before?.document ?? null, document);
  return {
    ...doneBy(doer),
    thing: { kind: "version", id: `${terms}/${number}`, name: `${name}, version ${number}` },
    program,
    partners: [],
    sentence: `${name}: version ${number} published${later}. ${changes ?? "The first one"}`,
    before: before && { version: before.version, inForceFrom: before.inForceFrom, ...parts.before },
    after: { version: number, author, ...(note !== "" && { note }), inForceFrom, ...parts.after },
  };
}
