import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";
import type { TermsPath } from "./find-terms.ts";

interface Told extends Pick<Deed, "sentence" | "before" | "after"> {
  /** Of the terms. */
  name: string;
}

/** The history's line about terms and their draft. */
export const termsDeed = ({ program, terms }: TermsPath, { name, ...told }: Told, doer: Doer): Deed => ({
  ...doneBy(doer),
  thing: { kind: "terms", id: terms, name },
  program,
  partners: [],
  ...told,
});
