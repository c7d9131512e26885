import type { Draft, Reorder, Terms } from "@firstmatch/shared-types";
import { invalid, notFound, stale } from "../../http/problem.ts";
import { accepted } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { checkStorable } from "../stored-size.ts";
import { otherCurrency } from "../terms/create-terms.ts";
import { findTerms, type TermsPath } from "../terms/find-terms.ts";
import type { StoredDraft } from "../terms/terms-store.ts";
import { findVersion } from "../versions/find-version.ts";
import { reorderGroups } from "./reorder-groups.ts";

/**
 * Writes the draft as it shall be, made from the draft at the revision that the caller names. One guarded write:
 * whoever was overtaken gets 412, and nothing is lost.
 */
export async function saveDraft(
  rooms: Rooms,
  path: TermsPath,
  revision: number,
  change: (draft: Terms) => Terms | Promise<Terms>,
): Promise<StoredDraft> {
  const { program, terms } = await findTerms(rooms, path);
  if (terms.draft.revision !== revision) throw staleDraft(path, revision, terms.draft.revision);
  const document = await change(terms.draft.terms);
  const faults = otherCurrency(document, program);
  if (faults.length > 0) throw invalid(faults);
  checkStorable(document, "The draft");
  const saved = await rooms.terms.saveDraft(path.program, path.terms, revision, document);
  if (saved === null) throw staleDraft(path, revision, (await findTerms(rooms, path)).terms.draft.revision);
  return saved.draft;
}

export const staleDraft = ({ terms }: TermsPath, named: number, current: number) =>
  stale(`The draft of "${terms}"`, named, current);

export const reorderDraft = (
  rooms: Rooms,
  path: TermsPath & { eventType: string },
  revision: number,
  wanted: Reorder,
) =>
  saveDraft(rooms, path, revision, (draft) => {
    const event = draft.events.find(({ type }) => type === path.eventType);
    if (event === undefined) throw notFound(`There is no event type "${path.eventType}" in the draft.`);
    const groups = accepted(reorderGroups(event.groups ?? [], wanted));
    return { ...draft, events: draft.events.map((each) => (each === event ? { ...event, groups } : each)) };
  });

export const restoreDraft = (rooms: Rooms, path: TermsPath, revision: number, version: number) =>
  saveDraft(rooms, path, revision, async () => (await findVersion(rooms, path, version)).document);

export const printDraft = ({ revision, editedAt, terms }: StoredDraft): Draft => ({ revision, editedAt, terms });
