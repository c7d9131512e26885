/**
 * The lines of a file that are to be mended, as a file of their own: a CSV's heading stays above them.
 *
 * @param lines where the records begin, counted from 1
 */
export function faultyLines(text: string, type: string, lines: ReadonlySet<number>): string {
  const isCsv = type === "text/csv";
  const records = isCsv ? csvRecords(text) : text.split(/\r?\n/).map((record, at) => ({ line: at + 1, record }));
  const heading = isCsv ? records.find(({ record }) => record.trim() !== "")?.line : undefined;
  return records
    .filter(({ line }) => line === heading || lines.has(line))
    .map(({ record }) => `${record}\n`)
    .join("");
}

/** Cut at the line ends outside of quotation marks; a doubled one inside of them leaves it open. */
function csvRecords(text: string): { line: number; record: string }[] {
  const records: { line: number; record: string }[] = [];
  let [line, began, from, quoted] = [1, 1, 0, false];
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    const ends = sign === "\n" || (sign === "\r" && text[at + 1] !== "\n");
    if (at === text.length || (ends && !quoted)) {
      records.push({ line: began, record: text.slice(from, at).replace(/\r$/, "") });
      from = at + 1;
      began = line + 1;
    }
    if (ends) line += 1;
  }
  return records;
}
