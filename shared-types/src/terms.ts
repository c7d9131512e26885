import { z } from "zod";
import { CURRENCIES, ROUNDINGS } from "./amount.ts";
import { GroupConditions, PersonalConditions } from "./conditions.ts";
import { isTimeZone } from "./dates.ts";
import { didYouMean, type Parsed, shown } from "./fault.ts";
import { Id, Name } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { parseWith } from "./parse.ts";
import { EventSetup, minimumAboveCost, Payout, paysTraffic } from "./payout.ts";
import { alsoCheck, eachRecord, inside } from "./refine.ts";
import { foldText } from "./text.ts";

export const TERMS_SCHEMA = "firstmatch/terms@1";

/** The event types that most programs have; any other key may be added. */
export const EVENT_TYPES = ["sale", "lead", "click", "impression", "install"] as const;

export const Currency = z.string().refine((code) => CURRENCIES.includes(code), {
  error: ({ input }) =>
    `must be an ISO 4217 code like "USD", not ${shown(input)}.${didYouMean(String(input), CURRENCIES)}`,
});
export const TimeZone = z.string().refine(isTimeZone, {
  error: ({ input }) => `must be an IANA time zone like "America/New_York", not ${shown(input)}`,
});

const MISSING_DEFAULT = "is missing; every event type needs a default payout, which pays when no group applies";

/** What json-rules-engine fires when the rule wins, and what we pay then. */
const PayoutEvent = z.strictObject({
  type: z.literal("payout"),
  params: z.strictObject({ payout: Payout, setup: EventSetup.optional() }),
});

export const PayoutGroup = z.strictObject({
  id: Id,
  name: Name,
  enabled: z.boolean().optional(),
  conditions: GroupConditions,
  event: PayoutEvent,
});
export type PayoutGroup = z.infer<typeof PayoutGroup>;

export const PersonalPayout = alsoCheck(
  z.strictObject({
    id: Id,
    title: Name,
    enabled: z.boolean().optional(),
    partners: z.array(Id).min(1).max(LIMITS.listEntries),
    couponCode: Name.optional(),
    conditions: PersonalConditions,
    event: PayoutEvent,
  }),
  ({ couponCode, partners }, complain) => {
    if (couponCode !== undefined && Array.isArray(partners) && partners.length > 1) {
      complain(["couponCode"], `a coupon code belongs to one partner; this payout names ${partners.length}`);
    }
  },
);
export type PersonalPayout = z.infer<typeof PersonalPayout>;

export const TermsEvent = alsoCheck(
  z.strictObject({
    type: Id,
    name: Name,
    level: z.enum(["order", "item"]),
    customGroups: z.boolean().optional(),
    default: z.strictObject(
      { payout: Payout, setup: EventSetup.optional() },
      {
        error: ({ code, input }) => (code === "invalid_type" && input === undefined ? MISSING_DEFAULT : undefined),
      },
    ),
    personal: z.array(PersonalPayout).optional(),
    groups: z.array(PayoutGroup).max(LIMITS.groupsPerEvent).optional(),
  }),
  (event, complain) => {
    refuseTwins(event.groups, "id", (at, id) =>
      complain(["groups", at, "id"], `"${id}" is the id of another group of this event type too`),
    );
    refuseTwins(event.personal, "id", (at, id) =>
      complain(["personal", at, "id"], `"${id}" is the id of another personal payout of this event type too`),
    );
    refuseTwins(event.personal, "couponCode", (at, code) =>
      complain(
        ["personal", at, "couponCode"],
        `the code "${code}" is given to another personal payout of this event type too`,
      ),
    );
    const checkAtLevel = (payout: unknown, path: (string | number)[]) => {
      const model = inside(payout, "model");
      const aboveCost = event.level === "order" ? minimumAboveCost(payout) : undefined;
      if (aboveCost !== undefined) complain([...path, "min"], aboveCost);
      if (event.level === "item" && paysTraffic(model))
        complain(
          [...path, "model"],
          `${model} pays per event, not per item; set the level to "order" or use CPS, CPA or lifetime`,
        );
    };
    checkAtLevel(inside(event, "default", "payout"), ["default", "payout"]);
    for (const list of ["groups", "personal"]) {
      eachRecord(event[list], (rule, at) =>
        checkAtLevel(inside(rule, "event", "params", "payout"), [list, at, "event", "params", "payout"]),
      );
    }
  },
);
export type TermsEvent = z.infer<typeof TermsEvent>;

/** The terms document: portable, stored, and sent to /simulate. Source: contract 2. */
export const Terms = alsoCheck(
  z.strictObject({
    schema: z.literal(TERMS_SCHEMA),
    name: Name,
    currency: Currency,
    timezone: TimeZone,
    rounding: z.enum(ROUNDINGS).optional(),
    events: z.array(TermsEvent).max(LIMITS.eventsPerTerms),
  }),
  (terms, complain) =>
    refuseTwins(terms.events, "type", (at, type) =>
      complain(["events", at, "type"], `there is another event type "${type}" in these terms`),
    ),
);
export type Terms = z.infer<typeof Terms>;

/** Ids and codes differ only when they differ by more than their case. */
function refuseTwins(list: unknown, key: string, complain: (at: number, value: string) => void) {
  const seen = new Set<string>();
  eachRecord(list, (record, at) => {
    const value = record[key];
    if (typeof value !== "string") return;
    const folded = foldText(value);
    if (seen.has(folded)) complain(at, value);
    seen.add(folded);
  });
}

export const parseTerms = (input: unknown): Parsed<Terms> => parseWith(Terms, input);
