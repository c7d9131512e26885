import { type Fault, parseWith } from "@firstmatch/shared-types";

/** What a shared schema finds wrong. Apart from `faults-at.ts`, since it brings the schemas with it. */
export function faultsIn(schema: Parameters<typeof parseWith>[0], document: unknown): Fault[] {
  const parsed = parseWith(schema, document);
  return parsed.ok ? [] : parsed.faults;
}
