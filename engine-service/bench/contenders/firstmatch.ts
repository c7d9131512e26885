import type { DatedEvent } from "@firstmatch/shared-types";
import { compileTerms } from "#engine/domain/compile-terms";
import { Facts, type Scope, scopesOf } from "#engine/domain/facts";
import type { Enter } from "./contender.ts";

/** Our own: from the event as it was sent to the group that pays, its facts read and folded each time. */
export const firstmatch: Enter = ({ terms, events }) => {
  const rules = compileTerms(terms).events.get("sale");
  if (rules === undefined) throw new Error("there are no groups to match");
  const { level } = rules.event;
  return {
    name: "firstmatch",
    winner(at) {
      const event = events[at] as DatedEvent;
      const [scope] = scopesOf(new Facts(event, terms.timezone, event.partnerId ?? null), level);
      return rules.first(scope as Scope).match.id;
    },
  };
};
