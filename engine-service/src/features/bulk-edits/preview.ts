import { createHash, type Hash } from "node:crypto";
import { setImmediate as breath } from "node:timers/promises";
import type { BulkEditLine, BulkEditPreview, BulkEditRequest } from "@firstmatch/shared-types";
import type { Rooms } from "../../wire.ts";
import { checkEdit } from "./check-edit.ts";
import { readScope, stateOf } from "./edit-scope.ts";
import { editTitle } from "./edit-title.ts";
import type { Plan } from "./plan.ts";
import { planLine } from "./plan-line.ts";
import { selectPartners } from "./select-partners.ts";

/** What would change for whom; nothing is changed by asking. */
export interface Planned {
  title: string;
  lines: (Plan & { partner: string })[];
  fingerprint: string;
}

/** Planned between one look at other requests and the next. */
const AT_A_TIME = 500;

export async function planBulkEdit(rooms: Rooms, program: string, { selection, edit }: BulkEditRequest) {
  const scope = await readScope(rooms, program, edit);
  await checkEdit(rooms, scope, edit);
  const lines: Planned["lines"] = [];
  const print = createHash("sha256").update(JSON.stringify([program, edit]));
  for (const partner of selectPartners(rooms, program, selection, edit)) {
    const plan = planLine(scope, stateOf(rooms, program, partner, edit), edit);
    lines.push({ partner, ...plan });
    add(print, partner, plan);
    if (lines.length % AT_A_TIME === 0) await breath();
  }
  return { title: editTitle(scope, edit), lines, fingerprint: print.digest("hex") } satisfies Planned;
}

/** Why somebody is left out may change on the way; what is done to whom may not. */
const add = (print: Hash, partner: string, { result, sentence }: Plan): Hash =>
  print.update(JSON.stringify(result === "done" ? [partner, sentence] : [partner]));

/** Lines that a preview shows; and how many of them may be refusals, so that they hide no changes. */
const SHOWN_AT_MOST = 100;
const REFUSALS_AT_MOST = 50;

export function showPreview({ known }: Rooms, { title, lines, fingerprint }: Planned): BulkEditPreview {
  const of = (result: Plan["result"]) => lines.filter((line) => line.result === result);
  const [done, refused, unchanged] = [of("done"), of("refused"), of("unchanged")];
  return {
    title,
    counts: { all: lines.length, done: done.length, unchanged: unchanged.length, refused: refused.length },
    lines: [...refused.slice(0, REFUSALS_AT_MOST), ...done, ...unchanged].slice(0, SHOWN_AT_MOST).map(
      ({ partner, result, sentence }): BulkEditLine => ({
        ...{ partner, name: known.partners.get(partner)?.name ?? partner },
        ...{ result, sentence },
      }),
    ),
    fingerprint,
  };
}
