import type { Fault } from "@firstmatch/shared-types";
import { faultsIn } from "../../api/problem-error.ts";
import { sentenceOf } from "../rule-tester/faults.ts";

/** hand-20261121-4f9a2c: a day to find it by, and enough of chance that no other has it. */
export function proposedId(now: Date): string {
  const day = now.toISOString().slice(0, 10).replaceAll("-", "");
  const chance = [...crypto.getRandomValues(new Uint8Array(3))].map((byte) => byte.toString(16).padStart(2, "0"));
  return `hand-${day}-${chance.join("")}`;
}

const ID_POINTER = "/conversionId";

/** The faults of a refused entry, with those of its event where the form of the rule tester shows them. */
export function faultsOfEntry(error: Error | null): { ofId: string | undefined; ofEvent: Fault[]; pointers: string[] } {
  // What is wrong with the whole has no field, and is said beneath the form.
  const faults = faultsIn(error).filter(({ pointer }) => pointer !== "");
  const ofId = faults.find(({ pointer }) => pointer === ID_POINTER)?.message;
  return {
    ofId: ofId && sentenceOf(ofId),
    ofEvent: faults
      .filter(({ pointer }) => pointer !== ID_POINTER)
      .map(({ pointer, message }) => ({ pointer: `/event${pointer}`, message })),
    pointers: faults.map(({ pointer }) => pointer),
  };
}
