import { parseValueList, printValueList } from "@firstmatch/shared-types";

/** A value list while it is typed: the values that are chips already, and the text behind them that is none yet. */
export interface TypedList {
  values: readonly string[];
  typed: string;
}

/** The list as a document holds it: split, or as one text where it cannot be split yet, for the validator to refuse. */
export function listValue({ values, typed }: TypedList): readonly string[] | string {
  if (isBlank(typed)) return values;
  const parsed = parseValueList(typed);
  if (parsed.ok) return [...values, ...parsed.values];
  return values.length === 0 ? typed : `${printValueList(values)}, ${typed}`;
}

/** The typed text made into values, if it can be; with a quotation mark left open it stays as it was typed. */
export function commitTyped(list: TypedList): TypedList {
  const { values, typed } = list;
  if (isBlank(typed)) return { values, typed: "" };
  const parsed = parseValueList(typed);
  return parsed.ok ? { values: [...values, ...parsed.values], typed: "" } : list;
}

/** Only spaces and commas: no value yet. */
const isBlank = (typed: string): boolean => /^[\s,]*$/.test(typed);
