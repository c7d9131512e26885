import { FACTS, type FactDefinition } from "@firstmatch/shared-types";

/** JSON as it was sent or pasted, whatever it holds. */
export type Loose = Record<string, unknown>;

export type ParamKind = "text" | "number" | "truth" | "list";
/** One row of `params`. `value`: as it goes into the event; a number is kept as typed until then; undefined is not sent. */
export interface ParamRow {
  key: string;
  name: string;
  kind: ParamKind;
  value: unknown;
}

/**
 * An event as the form edits it: the same event as the JSON, in another shape. Values that a form cannot show
 * (an unknown field, an object where a text belongs) are kept beside it, so that going to the form and back loses nothing.
 */
export interface EventForm {
  /** By fact key; what is not there is not sent. */
  fields: Loose;
  items: Loose[];
  params: ParamRow[];
  rest: Loose;
}

/** The facts that are sent as fields of the event itself. The moment comes first: it says as of when is decided. */
export const EVENT_FACTS: readonly FactDefinition[] = FACTS.filter(
  (fact: FactDefinition) => !fact.derived && !fact.itemField,
).toSorted((left, right) => Number(right.key === "occurredAt") - Number(left.key === "occurredAt"));
export const ITEM_FACTS: readonly FactDefinition[] = FACTS.filter((fact: FactDefinition) => fact.itemField);

const eventKeys = new Set(EVENT_FACTS.map((fact) => fact.key));
const isRecord = (value: unknown): value is Loose =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const emptyForm = (): EventForm => ({ fields: {}, items: [], params: [], rest: {} });

export function eventToForm(event: Loose): EventForm {
  const { items, params } = event;
  const asItems = Array.isArray(items) && items.length > 0 && items.every(isRecord);
  const asParams = isRecord(params) && Object.keys(params).length > 0 && !Object.hasOwn(params, "");
  const taken = new Set([...(asItems ? ["items"] : []), ...(asParams ? ["params"] : [])]);
  const others = Object.entries(event).filter(([key]) => !taken.has(key));
  return {
    fields: Object.fromEntries(others.filter(([key]) => eventKeys.has(key))),
    items: asItems ? items : [],
    params: asParams ? Object.entries(params).map(([name, value]) => sentRow(name, value)) : [],
    rest: Object.fromEntries(others.filter(([key]) => !eventKeys.has(key))),
  };
}

/** The event to send: fields that were emptied are left out, and so are params without a name or a value. */
export function formToEvent({ fields, items, params, rest }: EventForm): Loose {
  const named = params.filter((row) => row.name !== "" && row.value !== undefined);
  return {
    ...rest,
    ...fields,
    ...(items.length > 0 && { items }),
    ...(named.length > 0 && { params: Object.fromEntries(named.map((row) => [row.name, sentValue(row)])) }),
  };
}

const sentRow = (name: string, value: unknown): ParamRow => ({ key: `sent ${name}`, name, kind: kindOf(value), value });

const kindOf = (value: unknown): ParamKind =>
  typeof value === "number" ? "number" : typeof value === "boolean" ? "truth" : isTexts(value) ? "list" : "text";

export const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string");

/** A number that is typed becomes one; what cannot be read stays text, and the row says so. */
function sentValue({ kind, value }: ParamRow): unknown {
  if (kind !== "number" || typeof value !== "string") return value;
  return isNumber(value) ? Number(value) : value;
}

export const isNumber = (typed: string): boolean => typed.trim() !== "" && Number.isFinite(Number(typed));

/** The rows, and an empty one for every name that rules ask for and no row has. */
export function withAskedRows(rows: readonly ParamRow[], asked: readonly string[]): ParamRow[] {
  const names = new Set(rows.map((row) => row.name));
  const missing = asked.filter((name) => !names.has(name));
  return [...missing.map((name) => emptyRow(`asked ${name}`, name)), ...rows];
}

/** One more row, with a key that no other row has. */
export const withNewRow = (rows: readonly ParamRow[], name = ""): ParamRow[] => {
  const keys = new Set(rows.map((row) => row.key));
  const at = rows.findIndex((_, index) => !keys.has(`added ${index}`));
  return [...rows, emptyRow(`added ${at === -1 ? rows.length : at}`, name)];
};

const emptyRow = (key: string, name: string): ParamRow => ({ key, name, kind: "text", value: undefined });

/** The record with one field set, or without it when nothing is typed there. */
export function withField(record: Loose, key: string, typed: string): Loose {
  if (typed !== "") return { ...record, [key]: typed };
  const { [key]: _emptied, ...others } = record;
  return others;
}

/** A value as an input shows it. */
export const typedText = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
