import type { Terms, TermsEvent } from "@firstmatch/shared-types";
import type { Change } from "../terms/keep-draft.ts";
import { takeOver } from "../terms/take-over.ts";

/** What can be done to the event types of terms; each can be done again on a draft that has moved on. */

export const eventTypeOf = (terms: Terms, type: string): TermsEvent | undefined =>
  terms.events.find((event) => event.type === type);

/** Changes one event type; where it is no longer there, nothing. */
export const changeEventType = (says: string, type: string, apply: (event: TermsEvent) => TermsEvent): Change => ({
  says,
  apply: (terms) => ({ ...terms, events: terms.events.map((event) => (event.type === type ? apply(event) : event)) }),
});

export const addEventType = (added: TermsEvent): Change => ({
  says: `add the event type ${added.name}`,
  apply: (terms) => ({ ...terms, events: [...terms.events, added] }),
});

export const removeEventType = ({ type, name }: TermsEvent): Change => ({
  says: `remove the event type ${name}`,
  apply: (terms) => ({ ...terms, events: terms.events.filter((event) => event.type !== type) }),
});

export type EventTypeSettings = Pick<TermsEvent, "name" | "level">;

export const changeEventTypeSettings = (before: EventTypeSettings, type: string, after: EventTypeSettings): Change =>
  changeEventType(`change the name or level of ${before.name}`, type, (event) => ({
    ...event,
    ...takeOver<EventTypeSettings>(event, before, after),
  }));

export const switchCustomGroups = (event: TermsEvent, customGroups: boolean): Change =>
  changeEventType(
    `switch the payout groups of ${event.name} ${customGroups ? "on" : "off"}`,
    event.type,
    (switched) => ({
      ...switched,
      customGroups,
    }),
  );

export const changeDefault = (event: TermsEvent, after: TermsEvent["default"]): Change =>
  changeEventType(`change the default payout of ${event.name}`, event.type, (changed) => ({
    ...changed,
    default: takeOver(changed.default, event.default, after),
  }));
