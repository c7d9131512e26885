import { type DatedEvent, EvaluateRequest, parseEvent, parseTerms, type Terms } from "@firstmatch/shared-types";
import { eventsFor, type OrderEvent } from "./events.ts";
import { groupsOf, type Mix } from "./groups.ts";

export const SEED = "firstmatch-6";
export const EVENTS = 4_000;
export const TIMEZONE = "America/New_York";

export interface Workload {
  terms: Terms;
  /** As they are sent. */
  sent: OrderEvent[];
  /** As the service reads them. */
  events: DatedEvent[];
}

/** Terms and events of a benchmark, read by the doors that everybody's come through. */
export function workloadOf(mix: Mix, groups: number, events = EVENTS, seed = SEED): Workload {
  const terms = termsOf(mix, groups, seed);
  const sent = eventsFor(terms.events[0]?.groups ?? [], events, `${mix} ${groups} ${seed}`);
  return { terms, sent, events: sent.map(read) };
}

export function termsOf(mix: Mix, groups: number, seed = SEED): Terms {
  const parsed = parseTerms({
    ...{ schema: "firstmatch/terms@1", name: "Benchmark", currency: "USD", timezone: TIMEZONE },
    events: [
      {
        ...{ type: "sale", name: "Sale", level: "order" },
        default: { payout: { model: "CPS", partner: { percent: "1" }, platform: { percent: "1" } } },
        groups: groupsOf(mix, groups, seed),
      },
    ],
  });
  if (!parsed.ok) throw new Error(`the generator made terms that are refused: ${JSON.stringify(parsed.faults[0])}`);
  return parsed.value;
}

function read(event: OrderEvent): DatedEvent {
  const parsed = parseEvent(EvaluateRequest, event);
  if (!parsed.ok) throw new Error(`the generator made an event that is refused: ${JSON.stringify(parsed.faults[0])}`);
  return { ...parsed.value, occurredAt: event.occurredAt };
}
