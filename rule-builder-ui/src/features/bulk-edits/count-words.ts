import type { BulkEdit, BulkEditLine, BulkEditPreview } from "@firstmatch/shared-types";

/** Before anything was done, or while and after it is. */
export type Tense = "preview" | "report";

const number = (count: number) => count.toLocaleString("en");

/** How many members: "1 member", "1,234 members". */
export const membersInWords = (count: number): string => (count === 1 ? "1 member" : `${number(count)} members`);

/** "Will change for 12 members. 3 are so already, 1 is refused." */
export function countsInWords({ done, unchanged, refused }: BulkEditPreview["counts"], tense: Tense): string {
  const first =
    tense === "preview"
      ? done === 0
        ? "Nothing would change."
        : `Will change for ${membersInWords(done)}.`
      : done === 0
        ? "Nothing was changed."
        : `Changed for ${membersInWords(done)}.`;
  const rest = [
    unchanged > 0 &&
      (tense === "preview"
        ? `${number(unchanged)} ${unchanged === 1 ? "is" : "are"} so already`
        : `${number(unchanged)} ${unchanged === 1 ? "was" : "were"} so already`),
    refused > 0 &&
      `${number(refused)} ${refused === 1 ? (tense === "preview" ? "is" : "was") : tense === "preview" ? "are" : "were"} refused`,
  ].filter((part) => part !== false);
  return rest.length === 0 ? first : `${first} ${capital(rest.join(", "))}.`;
}

/** The words stand beside their colour, so that nobody needs to see it. */
export const RESULTS: Record<Tense, Record<BulkEditLine["result"], string>> = {
  preview: { done: "Changes", unchanged: "Stays", refused: "Refused", waiting: "Waiting" },
  report: { done: "Changed", unchanged: "Stayed", refused: "Refused", waiting: "Waiting" },
};

export const startLabel = (count: number): string =>
  count === 0 ? "Nothing to change" : `Change ${membersInWords(count)}`;

/** How much of it is through, in whole percent; 100 only when all is. */
export const percentOf = ({ all, waiting }: BulkEdit["counts"]): number =>
  all === 0 ? 100 : Math.floor((100 * (all - waiting)) / all);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
