import {
  type ConversionEvent,
  didYouMean,
  type Fault,
  NewConversion,
  type Parsed,
  POSTBACK_KEY,
  POSTBACK_PARAMETERS,
  POSTBACK_PREFIXES,
  type PostbackParameter,
  parseEvent,
  pointerTo,
} from "@firstmatch/shared-types";
import { isFieldName, isPlainText, NO_FIELD_NAME, readJson } from "../../http/json.ts";
import { Problem } from "../../http/problem.ts";
import type { SentConversion } from "../conversions/record-conversion.ts";
import { naturalId } from "./natural-id.ts";
import type { Parameter } from "./parameters.ts";

/** A postback's body as POST /conversions has it; the id may be missing. */
const Postback = NewConversion.partial({ conversionId: true });

const KNOWN = new Map(
  POSTBACK_PARAMETERS.flatMap((parameter) =>
    [parameter.name, parameter.alias].flatMap((name) => (name === undefined ? [] : [[name, parameter] as const])),
  ),
);
const NAMES = [...KNOWN.keys()];

/** Reads a postback; refused whole, with every fault at the parameter as it was sent. */
export function readPostback(parameters: readonly Parameter[]): Parsed<SentConversion> {
  const { fields, placeOf, faults } = fieldsOf(parameters);
  const parsed = parseEvent(Postback, fields);
  const told = new Set(faults.map(({ pointer }) => pointer));
  if (!parsed.ok)
    for (const { pointer, message } of parsed.faults) {
      const place = placeOf(pointer);
      if (!told.has(place)) faults.push({ pointer: place, message });
    }
  if (!parsed.ok || faults.length > 0) return { ok: false, faults };
  const event = parsed.value as ConversionEvent & { conversionId?: string };
  return { ok: true, value: { ...event, conversionId: event.conversionId ?? naturalId(event) } };
}

/** The fields of the conversion, and the way back from a field to its parameter. */
function fieldsOf(parameters: readonly Parameter[]) {
  const faults: Fault[] = [];
  const fields: Record<string, unknown> = {};
  const item: Record<string, unknown> = {};
  const params: Record<string, unknown> = {};
  /** Pointer of a field → name of its parameter. */
  const sentAs = new Map<string, string>();

  for (const { name, value, damaged } of parameters) {
    const pointer = pointerTo([name]);
    const complain = (message: string) => faults.push({ pointer, message });
    const target = targetOf(name);
    if (target === undefined) {
      complain(unknown(name));
      continue;
    }
    if ("own" in target && !isFieldName(target.own)) {
      complain(NO_FIELD_NAME);
      continue;
    }
    const [at, into, key] =
      "own" in target
        ? [pointerTo(["params", target.own]), params, target.own]
        : target.item !== undefined
          ? [pointerTo(["items", 0, target.item]), item, target.item]
          : [pointerTo([target.field]), fields, target.field];
    const earlier = sentAs.get(at);
    sentAs.set(at, name);
    if (earlier !== undefined)
      complain(earlier === name ? "was sent twice; send it once" : `says the same as ${earlier}; send one of the two`);
    else {
      const wrong = damaged ? DAMAGED : faultOf(value);
      if (wrong !== undefined) complain(wrong);
      into[key] = key === "items" && typeof value === "string" ? listIn(value, complain) : value;
    }
  }
  if (Object.keys(item).length > 0) {
    if (fields.items !== undefined)
      faults.push({ pointer: "/items", message: "holds the item lines; send either items or the item_… parameters" });
    else fields.items = [item];
  }
  if (Object.keys(params).length > 0) fields.params = params;

  const placeOf = (pointer: string): string => {
    const sent = sentAs.get(pointer);
    if (sent !== undefined) return pointerTo([sent]);
    const missing = POSTBACK_PARAMETERS.find(({ field, item: line }) => line === undefined && pointer === `/${field}`);
    return missing === undefined ? pointer : pointerTo([missing.name]);
  };
  return { fields, faults, placeOf };
}

function targetOf(name: string): PostbackParameter | { own: string } | undefined {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const prefix = POSTBACK_PREFIXES.find((each) => name.startsWith(each) && name.length > each.length);
  return prefix === undefined ? undefined : { own: name.slice(prefix.length) };
}

const unknown = (name: string): string =>
  name === POSTBACK_KEY
    ? `belongs into the query of the address, as ${POSTBACK_KEY}=fm_…, not into the body`
    : `"${name}" is not known here.${didYouMean(name, NAMES) || " Anything of your own goes into params.<name>."}`;

const DAMAGED = "holds a % that stands for no character; write %25 for the sign itself";

/** A placeholder that the tracker did not fill in: {payout}, {{payout}}, ${payout}, [PAYOUT]. */
const PLACEHOLDER = /^\$?\{[^{}]*\}$|^\{\{[^{}]*\}\}$|^\[\p{L}[\p{L}\d_.-]*\]$/u;

function faultOf(value: unknown): string | undefined {
  if (value === "" || value === null) return "is empty; leave the parameter out where there is nothing to say";
  if (typeof value !== "string") return undefined;
  if (!isPlainText(value)) return "holds a control character or half a character";
  if (PLACEHOLDER.test(value.trim())) return `is the placeholder ${value.trim()}, which the tracker did not fill in`;
  return undefined;
}

function listIn(text: string, complain: (message: string) => void): unknown {
  try {
    return readJson(Buffer.from(text));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    complain('must be a JSON list of item lines, like [{"sku":"S1","quantity":"2","amount":"180.00"}]');
    return undefined;
  }
}
