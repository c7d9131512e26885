import { LIMITS } from "@firstmatch/shared-types";

/** A file as it was when it was chosen: what is tried out is what is imported, whatever becomes of it on the disk. */
export interface ChosenFile {
  name: string;
  /** Its type is one that the service reads. */
  content: Blob;
}

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  ndjson: "application/x-ndjson",
  jsonl: "application/x-ndjson",
};

/** For the browser's dialog. */
export const ACCEPTED = [...Object.keys(TYPES).map((ending) => `.${ending}`), ...new Set(Object.values(TYPES))].join(
  ",",
);

/** Reads the file, or throws a sentence that says what would be right. */
export async function chooseFile(file: File): Promise<ChosenFile> {
  const type = TYPES[file.name.split(".").at(-1)?.toLowerCase() ?? ""];
  if (type === undefined)
    throw new Error(`“${file.name}” is not a CSV or NDJSON file. A spreadsheet can save it as “CSV UTF-8”.`);
  if (file.size === 0) throw new Error(`“${file.name}” is empty.`);
  if (file.size > LIMITS.importedBytes)
    throw new Error(
      `“${file.name}” has ${inMegabytes(file.size)}; at most ${inMegabytes(LIMITS.importedBytes)} are read. Import it in parts.`,
    );
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(`“${file.name}” cannot be read.`);
  });
  return { name: file.name.slice(-LIMITS.nameLength), content: new Blob([bytes], { type }) };
}

const inMegabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
