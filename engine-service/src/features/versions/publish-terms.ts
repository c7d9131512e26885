import type { Fault, Publish, Terms } from "@firstmatch/shared-types";
import { compileInSteps } from "../../domain/compile-terms.ts";
import { conflict, fault, invalid } from "../../http/problem.ts";
import { inSlices } from "../../in-slices.ts";
import type { Rooms } from "../../wire.ts";
import type { Doer } from "../doer.ts";
import { staleDraft } from "../drafts/save-draft.ts";
import { personalFaults } from "../personal-payouts/personal-faults.ts";
import { otherCurrency } from "../terms/create-terms.ts";
import { findTerms, type TermsPath } from "../terms/find-terms.ts";
import { asStored, decidingNow } from "../terms/shared-groups.ts";
import { versionDeed, versionNews } from "./version-deed.ts";
import type { StoredVersion } from "./version-store.ts";

/**
 * Publishes the draft, as it stands at the revision that the caller names, as the next version. The insert of that
 * number is the one compare-and-set; of several publishers one gets it.
 */
export async function publishTerms(
  rooms: Rooms,
  path: TermsPath,
  revision: number,
  wanted: Publish,
  doer: Doer,
): Promise<StoredVersion> {
  const { program, terms } = await findTerms(rooms, path);
  const { draft } = terms;
  if (draft.revision !== revision) throw staleDraft(path, revision, draft.revision);
  const faults = [
    ...unpublishable(draft.terms),
    ...otherCurrency(draft.terms, program),
    ...(await personalFaults(rooms, path, draft.terms)),
  ];
  if (faults.length > 0) throw invalid(faults);
  const document = await asStored(draft.terms, decidingNow(rooms, path));
  const compiled = await inSlices(compileInSteps(document));
  // Comparing takes longer than storing, and events of the program wait from the moment on that is taken below.
  let news = await newsIn(rooms, path, document);

  return rooms.moments.change(path.program, async (publishedAt) => {
    const inForceFrom = momentOf(wanted, publishedAt);
    const latest = await rooms.versions.latest(path.program, path.terms);
    if (latest?.draftRevision === revision)
      throw conflict(`This draft was published already, as version ${latest.version} by ${latest.author}.`);
    const number = (latest?.version ?? 0) + 1;
    const { author, note } = wanted;
    if (news.before?.version !== latest?.version) news = await newsIn(rooms, path, document);
    const version = await rooms.versions.insert(
      { ...path, version: number, author, note, publishedAt, inForceFrom, draftRevision: revision, document },
      await versionDeed(path, { number, author, note, publishedAt, inForceFrom, document, news }, doer),
    );
    if (version === null)
      throw conflict(`Someone else published version ${number} at this very moment; look at it first.`);
    rooms.known.putVersion(version, compiled);
    return version;
  });
}

/** What a document changes, compared with the latest version. */
async function newsIn({ versions, known }: Rooms, { program, terms }: TermsPath, document: Terms) {
  const latest = await versions.latest(program, terms);
  if (latest === null) return versionNews(null, document);
  const held = known.shelf.look(latest._id)?.terms;
  const was = held ?? (await versions.find(program, terms, latest.version))?.document;
  return versionNews(was === undefined ? null : { ...latest, document: was }, document);
}

const unpublishable = ({ events }: Terms): Fault[] =>
  events.length > 0
    ? []
    : [
        {
          pointer: "",
          message: "the draft has no event types yet, so it could decide nothing; add one with its default payout",
        },
      ];

/** Never an earlier moment: what was answered stays answered so. */
function momentOf({ inForceFrom }: Publish, publishedAt: string): string {
  if (inForceFrom === undefined) return publishedAt;
  const named = new Date(inForceFrom);
  if (named.getTime() < Date.parse(publishedAt))
    throw fault(
      "/inForceFrom",
      `must not be in the past: ${inForceFrom} is before ${publishedAt}; leave it out for now`,
    );
  return named.toISOString();
}
