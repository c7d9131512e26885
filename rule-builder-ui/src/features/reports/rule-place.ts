import type { RuleFigures, TermsSummary } from "@firstmatch/shared-types";

type Rule = Pick<RuleFigures, "terms" | "eventType">;

/** The address of the list in which a rule stands. */
export const rulePath = (program: string, { terms, eventType }: Rule): string =>
  `/programs/${program}/terms/${encodeURIComponent(terms)}/events/${encodeURIComponent(eventType)}`;

/** `Online sale, Standard`: where a rule stands, by the names that people gave; its ids where those are gone. */
export function placeInWords({ terms: id, eventType: type }: Rule, all: readonly TermsSummary[]): string {
  const terms = all.find((each) => each.id === id);
  const event = terms?.eventTypes.find((each) => each.type === type);
  return `${event?.name ?? type}, ${terms?.name ?? id}`;
}

/** What a rule is called; a default payout has no name of its own, and a rule may be gone by now. */
export const nameOfRule = ({ kind, name, id }: Pick<RuleFigures, "kind" | "name" | "id">): string =>
  kind === "default" ? "Default payout" : (name ?? id ?? "");
