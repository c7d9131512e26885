import type { ImportReport } from "@firstmatch/shared-types";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { Tally } from "./import-report.ts";

/** The history's line about an import. */
export const importDeed = ({ _id, name }: StoredProgram, file: string | null, sofar: Tally, doer: Doer): Deed => ({
  ...doneBy(doer),
  thing: { kind: "program", id: _id, name },
  program: _id,
  partners: [],
  sentence: importSentence(file, sofar.counts),
  before: null,
  after: { file, lines: sofar.lines, ...sofar.counts },
});

/** “Imported 3 conversions from orders.csv: 2 payable, 1 rejected; 4 were there already, 1 faulty line was left out”. */
function importSentence(file: string | null, counts: ImportReport["counts"]): string {
  const { payable, rejected, kpi, repeated, faulty } = counts;
  const all = payable + rejected + kpi;
  const kinds = [
    { count: payable, what: "payable" },
    { count: rejected, what: "rejected" },
    { count: kpi, what: "KPI" },
  ].flatMap(({ count, what }) => (count === 0 ? [] : [`${shown(count)} ${what}`]));
  const others = [
    ...(repeated === 0 ? [] : [`${shown(repeated)} ${repeated === 1 ? "was" : "were"} there already`]),
    ...(faulty === 0 ? [] : [`${shown(faulty)} faulty ${faulty === 1 ? "line was" : "lines were"} left out`]),
  ];
  const what = `Imported ${shown(all)} ${all === 1 ? "conversion" : "conversions"} from ${file ?? "a file"}: ${kinds.join(", ")}`;
  return [what, ...(others.length === 0 ? [] : [others.join(", ")])].join("; ");
}

const shown = (count: number) => count.toLocaleString("en");
