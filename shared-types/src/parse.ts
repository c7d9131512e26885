import type { z } from "zod";
import { type Fault, faultsOf, type Parsed, pointerTo } from "./fault.ts";

/** Reads any of the schemas of this package; refused whole, with every fault. */
export function parseWith<S extends z.ZodType>(
  schema: S,
  input: unknown,
  base: readonly PropertyKey[] = [],
): Parsed<z.output<S>> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const faults = faultsOf(result.error, input, (path) => keysAt(schema, path));
  return { ok: false, faults: faults.map((fault): Fault => ({ ...fault, pointer: pointerTo(base) + fault.pointer })) };
}

/** The keys that a schema knows at a path, so that a misspelt one gets a suggestion. */
function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.core.$ZodType | undefined = schema;
  for (const step of [...path, undefined]) {
    at = unwrap(at);
    if (at === undefined) return [];
    const { def } = at._zod as { def: { shape?: Record<string, z.core.$ZodType>; element?: z.core.$ZodType } };
    if (step === undefined) return Object.keys(def.shape ?? {});
    at = typeof step === "number" ? def.element : def.shape?.[String(step)];
  }
  return [];
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const def = schema?._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType } | undefined;
  const inner = def?.innerType ?? def?.in;
  return inner === undefined ? schema : unwrap(inner);
}
