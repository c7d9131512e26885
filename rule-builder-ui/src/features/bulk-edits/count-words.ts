import type { BulkEdit, BulkEditLine, BulkEditPreview, Edit } from "@firstmatch/shared-types";

/** Before anything was done, or while and after it is. */
export type Tense = "preview" | "report";

const number = (count: number) => count.toLocaleString("en");

/** How many members: "1 member", "1,234 members". */
export const membersInWords = (count: number): string => (count === 1 ? "1 member" : `${number(count)} members`);

const WORDS = {
  preview: { changes: "Will change for", nothing: "Nothing would change.", is: "is", are: "are" },
  report: { changes: "Changed for", nothing: "Nothing was changed.", is: "was", are: "were" },
} as const;

/** "Will change for 12 members. 3 are so already, 1 is refused." */
export function countsInWords({ done, unchanged, refused }: BulkEditPreview["counts"], tense: Tense): string {
  const { changes, nothing, is, are } = WORDS[tense];
  const first = done === 0 ? nothing : `${changes} ${membersInWords(done)}.`;
  const part = (count: number, what: string) =>
    count === 0 ? [] : [`${number(count)} ${count === 1 ? is : are} ${what}`];
  const rest = [...part(unchanged, "so already"), ...part(refused, "refused")];
  return rest.length === 0 ? first : `${first} ${rest.join(", ")}.`;
}

/** The words stand beside their colour, so that nobody needs to see it. */
export const RESULTS: Record<Tense, Record<BulkEditLine["result"], string>> = {
  preview: { done: "Changes", unchanged: "Stays", refused: "Refused", waiting: "Waiting" },
  report: { done: "Changed", unchanged: "Stayed", refused: "Refused", waiting: "Waiting" },
};

export const startLabel = (kind: Edit["kind"], count: number): string =>
  count === 0 ? "Nothing to change" : `${kind === "join" ? "Add" : "Change"} ${membersInWords(count)}`;

/** How much of it is through, in whole percent; 100 only when all is. */
export const percentOf = ({ all, waiting }: BulkEdit["counts"]): number =>
  all === 0 ? 100 : Math.floor((100 * (all - waiting)) / all);
