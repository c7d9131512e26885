import type { EventSetup, HistoryEntry, Payout, PayoutGroup } from "@firstmatch/shared-types";
import { criteriaText, type Level, payoutText, type SideContext, setupText, valueText } from "./side-values.ts";

/** One thing that differs; null where there was, or is, nothing. */
export interface Difference {
  key: string;
  label: string;
  before: string | null;
  after: string | null;
}

interface Field {
  key: string;
  label: string;
  text: string;
}

/** What a change did, field by field, in the order of what is there now. */
export function differencesIn({ before, after }: HistoryEntry, context: SideContext): Difference[] {
  const [was, is] = [fieldsOf(before, context), fieldsOf(after, context)];
  const [wasByKey, isByKey] = [was, is].map((fields) => new Map(fields.map((field) => [field.key, field])));
  const keys = new Set([...is, ...was].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const [old, now] = [wasByKey?.get(key), isByKey?.get(key)];
    // Some parts come along only to tell which thing it is.
    if (old?.text === now?.text) return [];
    return [{ key, label: (now ?? old)?.label ?? key, before: old?.text ?? null, after: now?.text ?? null }];
  });
}

/** What the service sends for a side that would be too long. */
interface TooLong {
  tooLong: number;
}

type Side = Record<string, unknown> & Partial<TooLong>;

function fieldsOf(side: unknown, context: SideContext): Field[] {
  if (typeof side !== "object" || side === null) return [];
  const { level, events, tooLong, ...fields } = side as Side;
  if (tooLong !== undefined) {
    const text = `Too long to be kept here: ${Math.ceil(tooLong / 1_000).toLocaleString("en")} kB`;
    return [{ key: "tooLong", label: "All of it", text }];
  }
  return [
    ...Object.entries(fields).flatMap(([name, value]) => fieldsFrom(name, value, level as Level, context)),
    ...((events as EventParts[] | undefined) ?? []).flatMap((event) => fieldsOfEvent(event, context)),
  ];
}

function fieldsFrom(name: string, value: unknown, level: Level = "order", context: SideContext): Field[] {
  if (value === undefined) return [];
  const field = (text: string, label = labelOf(name), key = name): Field => ({ key, label, text });
  const under = (label: (part: string) => string) =>
    Object.entries(value as object).map(([part, each]) =>
      field(valueText(name === "contact" ? part : "revenueShare", each, context), label(part), `${name}/${part}`),
    );
  if (name === "payout") return [field(payoutText(value as Payout, level, context))];
  if (name === "conditions") return [field(criteriaText(value as PayoutGroup["conditions"], context))];
  if (name === "setup") return [field(setupText(value as EventSetup))];
  if (name === "contact") return under((part) => `Contact, ${part}`);
  if (name === "programRevenueShares") return under((program) => `Revenue share in ${program}`);
  if (name === "plannedMoves") {
    const moves = (value as { terms: string | null; from: string }[]).map(
      ({ terms, from }) => `${valueText("terms", terms, context)} from ${valueText("from", from, context)}`,
    );
    return [field(moves.join("; ") || "none")];
  }
  return [field(valueText(name, value, context))];
}

/** An event type of a terms document, as far as it differs. */
interface EventParts {
  place: number;
  type: string;
  name: string;
  level: Level;
  customGroups?: boolean;
  default?: { payout: Payout; setup?: EventSetup };
  groups?: (PayoutGroup & { rank: number })[];
}

function fieldsOfEvent(event: EventParts, context: SideContext): Field[] {
  const { type, name, level, place, customGroups, default: paid, groups = [] } = event;
  const field = (part: string, label: string, text: string): Field => ({
    key: `${type}/${part}`,
    label: `${name}: ${label}`,
    text,
  });
  return [
    field("name", "name", name),
    field("place", "place", String(place)),
    field("level", "decided for", valueText("level", level, context)),
    ...(customGroups === undefined ? [] : [field("groups", "payout groups", customGroups ? "on" : "passed over")]),
    ...(paid ? [field("default", "default payout", ruleText(paid, level, context))] : []),
    ...groups.map(({ id, rank, name: title, enabled, conditions, event: { params } }) =>
      field(
        `group/${id}`,
        `group “${title}”`,
        `Rank ${rank}${enabled === false ? ", off" : ""}: ${ruleText(params, level, context)} for ${criteriaText(conditions, context)}`,
      ),
    ),
  ];
}

function ruleText(
  { payout, setup }: { payout: Payout; setup?: EventSetup | undefined },
  level: Level,
  context: SideContext,
): string {
  const others = setup === undefined ? "" : setupText(setup);
  return `${payoutText(payout, level, context, setup)}${others && ` (${others})`}`;
}

const LABELS: Record<string, string> = {
  name: "Name",
  defaultTerms: "Default terms",
  access: "Who may be paid",
  attribution: "What wins",
  codePattern: "Pattern of promo codes",
  caps: "Caps",
  lifetime: "Lifetime limits",
  tiers: "Performance tiers",
  couponCode: "Coupon code",
  enabled: "On",
  conditions: "Criteria",
  revenueShare: "Revenue share",
  url: "Leads to",
  plannedMoves: "Planned moves",
  inForceFrom: "In force from",
  timezone: "Time zone",
  secrets: "Secrets",
};

/** `oldUntil` → `Old until` */
const labelOf = (name: string): string =>
  LABELS[name] ??
  name
    .replace(/^./, (first) => first.toUpperCase())
    .replaceAll(/[A-Z](?=[a-z])/g, (letter, at) => (at === 0 ? letter : ` ${letter.toLowerCase()}`));
