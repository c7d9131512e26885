import {
  didYouMean,
  type Fault,
  factOf,
  LIMITS,
  NewConversion,
  type Parsed,
  pointerTo,
  shown,
} from "@firstmatch/shared-types";

/** Where a column's cells go: a field of the conversion, or one of its `params`. */
export interface Column {
  name: string;
  /** Of `params`; null for a field. */
  param: string | null;
}

/** `params` has a column for each name; nobody looks at a trace of an import. */
const NOT_AS_COLUMN = ["params", "explain"];
const FIELDS = Object.keys(NewConversion.shape).filter((field) => !NOT_AS_COLUMN.includes(field));
const NEEDED = ["conversionId", "eventType"];

/** Reads the heading. A misspelt column would lose a fact and pay the wrong group, so it is refused with a suggestion. */
export function columnsOf(heading: readonly string[]): Parsed<Column[]> {
  const names = heading.map((name) => name.trim());
  const parted = otherDelimiter(names);
  if (parted !== null) return { ok: false, faults: [parted] };
  const faults = [
    ...names.flatMap((name, at) => faultsOfColumn(name, at, names)),
    ...NEEDED.filter((name) => !names.includes(name)).map((name) => ({
      pointer: pointerTo([name]),
      message: `has no column; a column "${name}" is needed`,
    })),
  ];
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: names.map((name) => ({ name, param: paramOf(name) })) };
}

function faultsOfColumn(name: string, at: number, names: readonly string[]): Fault[] {
  if (name === "") return [{ pointer: "", message: `column ${at + 1} has no name` }];
  const pointer = pointerTo([name]);
  if (names.indexOf(name) < at)
    return [{ pointer, message: `stands at two columns, ${names.indexOf(name) + 1} and ${at + 1}` }];
  const param = paramOf(name);
  if (FIELDS.includes(name) || (param !== null && param !== "" && param.length <= LIMITS.nameLength)) return [];
  return [{ pointer, message: `${shown(name)} is no column known here. ${hintFor(name)}` }];
}

function hintFor(name: string): string {
  const fact = factOf(name);
  if (fact?.itemField) return `Items go into the column "items", as JSON: [{"${fact.itemField}":"…"}].`;
  if (fact?.derived) return "It is worked out.";
  return didYouMean(name, FIELDS).trim() || `Anything of your own goes into a column "params.…".`;
}

const paramOf = (name: string): string | null => (name.startsWith("params.") ? name.slice("params.".length) : null);

/** What spreadsheets write where the comma is the decimal sign. */
function otherDelimiter(names: readonly string[]): Fault | null {
  const [only = ""] = names;
  const found = [
    [";", "semicolons"],
    ["\t", "tabs"],
  ].find(([sign]) => only.includes(sign as string));
  if (names.length > 1 || found === undefined) return null;
  return {
    pointer: "",
    message: `has its cells parted by ${found[1]}; they must be parted by commas, decimals by points`,
  };
}
