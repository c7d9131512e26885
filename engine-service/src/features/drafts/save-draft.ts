import { type Draft, type Reorder, type Terms, termsChangesInSteps } from "@firstmatch/shared-types";
import { invalid, notFound, stale } from "../../http/problem.ts";
import { accepted } from "../../http/route.ts";
import { inSlices } from "../../in-slices.ts";
import type { Rooms } from "../../wire.ts";
import { fittingInSlices } from "../changes.ts";
import type { Doer } from "../doer.ts";
import { termsPartsInSteps } from "../history/changed-parts.ts";
import { toldInShort } from "../history/told-in-short.ts";
import { checkLongStorable } from "../stored-size.ts";
import { otherCurrency } from "../terms/create-terms.ts";
import { findTerms, type TermsPath } from "../terms/find-terms.ts";
import { asStored, decidingNow, withGroupsOf } from "../terms/shared-groups.ts";
import { termsDeed } from "../terms/terms-deed.ts";
import type { StoredDraft, StoredTerms } from "../terms/terms-store.ts";
import { findVersion } from "../versions/find-version.ts";
import { readDraft } from "./draft-faults.ts";
import { reorderGroups } from "./reorder-groups.ts";

/**
 * Writes the draft as it shall be, made from the draft at the revision that the caller names. One guarded write:
 * whoever was overtaken gets 412, and nothing is lost.
 *
 * @param read the terms as they were found already
 */
export async function saveDraft(
  rooms: Rooms,
  path: TermsPath,
  revision: number,
  change: (draft: Terms) => Terms | Promise<Terms>,
  doer: Doer,
  how = "draft changed",
  read?: StoredTerms | null,
): Promise<StoredDraft> {
  const { program, terms } = await findTerms(rooms, path, read);
  if (terms.draft.revision !== revision) throw staleDraft(path, revision, terms.draft.revision);
  const wanted = await change(terms.draft.terms);
  const faults = otherCurrency(wanted, program);
  if (faults.length > 0) throw invalid(faults);
  await checkLongStorable(wanted, "The draft");
  const before = await asStored(terms.draft.terms, decidingNow(rooms, path));
  const document = await withGroupsOf(before, wanted);
  const deed = termsDeed(path, await draftTold(before, document, how), doer);
  const saved = await rooms.terms.saveDraft(terms, document, deed);
  if (saved === null) throw staleDraft(path, revision, (await findTerms(rooms, path)).terms.draft.revision);
  return saved.draft;
}

/** Writes a document that was sent. What is wrong with it is told first. */
export async function replaceDraft(
  rooms: Rooms,
  path: TermsPath,
  revision: number,
  sent: unknown,
  doer: Doer,
): Promise<StoredDraft> {
  const earlier = await rooms.terms.find(path.program, path.terms);
  const document = accepted(await readDraft(sent, earlier?.draft.terms));
  return saveDraft(rooms, path, revision, () => document, doer, undefined, earlier);
}

async function draftTold(before: Terms, after: Terms, how: string) {
  const changes = await inSlices(termsChangesInSteps(before, after));
  const parts = await inSlices(termsPartsInSteps(before, after));
  return {
    name: after.name,
    sentence: `${after.name}: ${how}. ${toldInShort(changes)}`,
    before: await fittingInSlices(parts.before),
    after: await fittingInSlices(parts.after),
  };
}

export const staleDraft = ({ terms }: TermsPath, named: number, current: number) =>
  stale(`The draft of "${terms}"`, named, current);

export const reorderDraft = (
  rooms: Rooms,
  path: TermsPath & { eventType: string },
  revision: number,
  wanted: Reorder,
  doer: Doer,
) => {
  const reordered = (draft: Terms): Terms => {
    const event = draft.events.find(({ type }) => type === path.eventType);
    if (event === undefined) throw notFound(`There is no event type "${path.eventType}" in the draft.`);
    const groups = accepted(reorderGroups(event.groups ?? [], wanted));
    return { ...draft, events: draft.events.map((each) => (each === event ? { ...event, groups } : each)) };
  };
  return saveDraft(rooms, path, revision, reordered, doer);
};

export const restoreDraft = (rooms: Rooms, path: TermsPath, revision: number, version: number, doer: Doer) => {
  const restored = async () => (await findVersion(rooms, path, version)).document;
  return saveDraft(rooms, path, revision, restored, doer, `version ${version} taken back into the draft`);
};

export const printDraft = ({ revision, editedAt, terms }: StoredDraft): Draft => ({ revision, editedAt, terms });
