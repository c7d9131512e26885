import type { Program } from "@firstmatch/shared-types";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";

/** What of a program can be changed. */
export type ProgramFields = Omit<Program, "id" | "currency" | "timezone" | "revision" | "createdAt">;

export const fieldsOf = ({
  id: _,
  currency: _c,
  timezone: _t,
  revision: _r,
  createdAt: _at,
  ...fields
}: Program): ProgramFields => fields;

/** The history's line about a program. */
export const programDeed = (
  id: string,
  name: string,
  { sentence, before, after }: Pick<Deed, "sentence" | "before" | "after">,
  doer: Doer,
): Deed => ({
  ...doneBy(doer),
  thing: { kind: "program", id, name },
  program: id,
  partners: [],
  ...{ sentence, before, after },
});

const STATUS = { active: "is active again", paused: "is paused", ended: "is ended" };
const ACCESS = { open: "is open to partners who are no members", "members-only": "is for members only" };
const ATTRIBUTION = {
  code: "lets a promo code win over another member's click",
  click: "lets the click win over another member's promo code",
};

/** What became of a program: "Acme is paused, is for members only". */
export function programSentence(before: ProgramFields, { name, ...after }: Partial<ProgramFields>): string {
  const parts = [
    name !== undefined && `is called ${name}`,
    after.defaultTerms !== undefined && `has “${after.defaultTerms}” as its default terms`,
    after.status !== undefined && STATUS[after.status],
    after.access !== undefined && ACCESS[after.access],
    after.attribution !== undefined && ATTRIBUTION[after.attribution],
    after.codePattern !== undefined && `makes promo codes by ${after.codePattern}`,
  ].filter((part) => part !== false);
  return `${before.name} ${parts.join(", ")}`;
}
