import { type Fault, type NewTerms, parseWith, Terms } from "@firstmatch/shared-types";
import { conflict, fault, invalid } from "../../http/problem.ts";
import { accepted } from "../../http/route.ts";
import { inSlices } from "../../in-slices.ts";
import type { Rooms } from "../../wire.ts";
import { fittingInSlices } from "../changes.ts";
import type { Doer } from "../doer.ts";
import { withoutPersonal } from "../drafts/draft-faults.ts";
import { termsPartsInSteps } from "../history/changed-parts.ts";
import { importPersonal, removeLeftovers } from "../personal-payouts/import-personal.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { checkLongStorable } from "../stored-size.ts";
import { withGroupsOf } from "./shared-groups.ts";
import { termsDeed } from "./terms-deed.ts";
import { emptyTerms, type StoredTerms } from "./terms-store.ts";

/** New terms: empty, a copy of other terms' draft, or a document with its personal payouts. */
export async function createTerms(rooms: Rooms, programId: string, wanted: NewTerms, doer: Doer) {
  const program = await findProgram(rooms, programId);
  const document = { ...(await documentFor(rooms, program, wanted)), name: wanted.name };
  const terms = await rooms.turns.take(`${programId}/${wanted.id}`, () =>
    store(rooms, programId, wanted, document, doer),
  );
  return { program, terms };
}

async function documentFor(
  { terms }: Rooms,
  program: StoredProgram,
  { name, copyOf, document }: NewTerms,
): Promise<Terms> {
  if (copyOf !== undefined && document !== undefined)
    throw fault("/document", "give either terms to copy or a document, not both");
  if (copyOf !== undefined) {
    const source = await terms.find(program._id, copyOf);
    if (source === null) throw fault("/copyOf", `there are no terms "${copyOf}" in this program`);
    return source.draft.terms;
  }
  if (document === undefined) return emptyTerms(name, program);
  const read = accepted(parseWith(Terms, document, ["document"]));
  const faults = otherCurrency(read, program, "/document");
  if (faults.length > 0) throw invalid(faults);
  return read;
}

/** Amounts are never converted, so terms and program share one currency. */
export const otherCurrency = (terms: Terms, program: StoredProgram, base = ""): Fault[] =>
  terms.currency === program.currency
    ? []
    : [
        {
          pointer: `${base}/currency`,
          message: `must be ${program.currency}, the currency of the program, not ${terms.currency}`,
        },
      ];

/** The terms themselves are written last: until then nothing of an import is visible, and a failed one leaves nothing that is. */
async function store(
  rooms: Rooms,
  program: string,
  { id, name, copyOf, document: brought }: NewTerms,
  document: Terms,
  doer: Doer,
): Promise<StoredTerms> {
  const there = await rooms.terms.findEver(program, id);
  if (there?.removedAt)
    throw conflict(`The terms "${id}" were removed, and their versions still decide old events; choose another id.`);
  const taken = () => conflict(`There are terms "${id}" in this program already.`);
  if (there !== null) throw taken();
  const draft = await withGroupsOf(undefined, withoutPersonal(document));
  await checkLongStorable(draft, "The document");
  const path = { program, terms: id };
  await removeLeftovers(rooms, path, doer);
  await importPersonal(rooms, { ...path, document }, doer);
  const from = copyOf !== undefined ? `, a copy of “${copyOf}”` : brought !== undefined ? ", made from a document" : "";
  const after = await fittingInSlices((await inSlices(termsPartsInSteps(null, draft))).after);
  const told = { name, sentence: `${name}: new terms${from}`, before: null, after };
  const stored = await rooms.terms.insert(program, id, draft, termsDeed(path, told, doer));
  if (stored === null) throw taken();
  return stored;
}
