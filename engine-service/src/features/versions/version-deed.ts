import { formatMoment, type Terms, termsChangesInSteps } from "@firstmatch/shared-types";
import { inSlices } from "../../in-slices.ts";
import { type Deed, fittingInSlices } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import { type BothParts, termsPartsInSteps } from "../history/changed-parts.ts";
import { toldInShort } from "../history/told-in-short.ts";
import type { TermsPath } from "../terms/find-terms.ts";
import { asStored, withGroupsOf } from "../terms/shared-groups.ts";
import type { StoredVersion } from "./version-store.ts";

interface Published extends Pick<StoredVersion, "author" | "note" | "publishedAt" | "inForceFrom"> {
  number: number;
  document: Terms;
  news: VersionNews;
}

type EarlierVersion = Pick<StoredVersion, "version" | "inForceFrom" | "document">;

/** What a version changes. */
export interface VersionNews {
  /** The version before it. */
  before: EarlierVersion | null;
  changes: string;
  parts: BothParts;
}

export async function versionNews(before: EarlierVersion | null, document: Terms): Promise<VersionNews> {
  if (before === null)
    return { before, changes: "The first one", parts: await inSlices(termsPartsInSteps(null, document)) };
  const was = await asStored(before.document);
  const is = await withGroupsOf(was, document);
  const changes = toldInShort(await inSlices(termsChangesInSteps(was, is)));
  return { before, changes, parts: await inSlices(termsPartsInSteps(was, is)) };
}

/** The history's line about a published version. */
export async function versionDeed(
  { program, terms }: TermsPath,
  { number, author, note, publishedAt, inForceFrom, document, news: { before, changes, parts } }: Published,
  doer: Doer,
): Promise<Deed> {
  const { name, timezone } = document;
  const later = inForceFrom === publishedAt ? "" : `, in force from ${formatMoment(inForceFrom, timezone)}`;
  return {
    ...doneBy(doer),
    thing: { kind: "version", id: `${terms}/${number}`, name: `${name}, version ${number}` },
    program,
    partners: [],
    sentence: `${name}: version ${number} published${later}. ${changes}`,
    before: await fittingInSlices(
      before && { version: before.version, inForceFrom: before.inForceFrom, ...parts.before },
    ),
    after: await fittingInSlices({
      ...{ version: number, author, ...(note !== "" && { note }), inForceFrom },
      ...parts.after,
    }),
  };
}
