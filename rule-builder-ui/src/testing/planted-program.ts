import type {
  ConditionNode,
  Decision,
  Draft,
  Payout,
  PayoutGroup,
  Terms,
  TermsEvent,
  Version,
} from "@firstmatch/shared-types";
import { counter } from "./counter.ts";
import type { Firstmatch } from "./firstmatch.ts";

/** A program of a test's own, with one set of terms, and what other managers and services do to it over HTTP. */
export interface PlantedProgram {
  id: string;
  /** The address of the screen of one event type. */
  screen: (eventType?: string) => string;
  draft: () => Promise<Draft>;
  save: (change: (terms: Terms) => Terms) => Promise<Draft>;
  publish: (note: string, inForceFrom?: string) => Promise<Version>;
  evaluate: (event: Record<string, unknown>) => Promise<Decision>;
}

const nextOf = counter();

export async function plantProgram(
  firstmatch: Pick<Firstmatch, "fetchJson">,
  events: TermsEvent[],
  ownName?: string,
): Promise<PlantedProgram> {
  const planted = nextOf(firstmatch);
  const id = `program-${planted}`;
  const send = <T>(method: string, path: string, body: unknown, headers = {}) =>
    firstmatch.fetchJson(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    }) as Promise<T>;
  const terms = `/api/programs/${id}/terms/standard`;
  const ifMatch = (revision: number) => ({ "if-match": `"${revision}"` });
  const draft = () => firstmatch.fetchJson(`${terms}/draft`) as Promise<Draft>;
  const program: PlantedProgram = {
    id,
    screen: (eventType = "sale") => `/programs/${id}/terms/standard/events/${eventType}`,
    draft,
    save: async (change) => {
      const { revision, terms: before } = await draft();
      return send("PUT", `${terms}/draft`, change(before), ifMatch(revision));
    },
    publish: async (note, inForceFrom) => {
      const { revision } = await draft();
      return send("POST", `${terms}/publish`, { note, author: "Test", inForceFrom }, ifMatch(revision));
    },
    evaluate: (event) => send("POST", "/evaluate", { program: id, eventType: "sale", ...event }),
  };
  await send("POST", "/api/programs", {
    id,
    name: ownName ?? `Program ${planted}`,
    currency: "USD",
    timezone: "America/New_York",
  });
  if (events.length > 0) {
    await program.save((empty) => ({ ...empty, events }));
    await program.publish("The beginning");
  }
  return program;
}

const percent = (partner: string): Payout => ({ model: "CPS", partner: { percent: partner } });

/** Sales at order level, 5 % when no group applies. */
export const sale = (groups: PayoutGroup[]): TermsEvent => ({
  type: "sale",
  name: "Online sale",
  level: "order",
  default: { payout: percent("5") },
  groups,
});

export const group = (name: string, all: ConditionNode[], partner = "10"): PayoutGroup => ({
  id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
  name,
  conditions: { all },
  event: { type: "payout", params: { payout: percent(partner) } },
});

export const atLeast = (orderTotal: string): ConditionNode => ({
  fact: "orderTotal",
  operator: "greaterThanInclusive",
  value: orderTotal,
});

export const isAnyOf = (fact: string, ...value: string[]): ConditionNode => ({ fact, operator: "isAnyOf", value });

/** Three groups that every order from $300 on matches: which one wins is their rank alone. */
export const threeGroups = () => [
  group("From 300", [atLeast("300")], "30"),
  group("From 200", [atLeast("200")], "20"),
  group("From 100", [atLeast("100")], "10"),
];
