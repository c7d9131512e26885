import type { Decision } from "@firstmatch/shared-types";
import type { DecidedLine } from "../../domain/amounts.ts";

/** What a decision rests on, in short: its notes, the rule of each line, how its amounts came about. The decision asked with `explain` tells all. */
export function whyOf({ notes = [] }: Decision, lines: readonly DecidedLine[]): string[] {
  const several = lines.length > 1;
  return [
    ...notes,
    ...lines.flatMap(({ line: { item, rule, goal }, steps }) => {
      const { kind, name, rank } = rule.match;
      const won =
        kind === "group"
          ? `Payout group ${rank}, “${name}”, was the first that matched.`
          : kind === "personal"
            ? `The personal payout “${name}” matched.`
            : "No payout group matched, so the default payout pays.";
      const of = several ? `${item === null ? "The rest of the order" : `Item ${item + 1}`}: ` : "";
      return [`${of}${won}`, ...(goal === null ? [] : [`Goal “${goal}”.`]), ...steps];
    }),
  ];
}
