import { capSentence, type Program } from "@firstmatch/shared-types";
import type { Deed } from "../changes.ts";
import { type Doer, doneBy } from "../doer.ts";

/** What of a program can be changed. */
export type ProgramFields = Omit<Program, "id" | "currency" | "timezone" | "revision" | "createdAt">;

export const fieldsOf = ({
  id: _,
  currency: _c,
  timezone: _t,
  revision: _r,
  createdAt: _at,
  ...fields
}: Program): ProgramFields => fields;

/** The history's line about a program. */
export const programDeed = (
  id: string,
  name: string,
  { sentence, before, after }: Pick<Deed, "sentence" | "before" | "after">,
  doer: Doer,
): Deed => ({
  ...doneBy(doer),
  thing: { kind: "program", id, name },
  program: id,
  partners: [],
  ...{ sentence, before, after },
});

const STATUS = { active: "is active again", paused: "is paused", ended: "is ended" };
const ACCESS = { open: "is open to partners who are no members", "members-only": "is for members only" };
const ATTRIBUTION = {
  code: "lets a promo code win over another member's click",
  click: "lets the click win over another member's promo code",
};

const TIERS = {
  "beyond-step": "pays performance tiers for what is beyond their step",
  "whole-month": "pays performance tiers for all of the month, by a bonus at its end",
};

/** What became of a program: "Acme is paused, is for members only". */
export function programSentence(
  before: ProgramFields,
  { name, ...after }: Partial<ProgramFields>,
  currency: string,
): string {
  const parts = [
    name !== undefined && `is called ${name}`,
    after.defaultTerms !== undefined && `has “${after.defaultTerms}” as its default terms`,
    after.status !== undefined && STATUS[after.status],
    after.access !== undefined && ACCESS[after.access],
    after.attribution !== undefined && ATTRIBUTION[after.attribution],
    after.codePattern !== undefined && `makes promo codes by ${after.codePattern}`,
    after.caps !== undefined && capped(after.caps, currency),
    after.holdingDays !== undefined && held(after.holdingDays),
    after.lifetime !== undefined && limited(after.lifetime),
    after.tiers !== undefined && TIERS[after.tiers],
  ].filter((part) => part !== false);
  return `${before.name} ${parts.join(", ")}`;
}

function capped(caps: Program["caps"], currency: string): string {
  if (caps.length === 0) return "has no caps any more";
  const each = caps.map(
    (cap) => `${capSentence(cap, currency)}${cap.beyond === "pay-rest" ? " (what is left is paid)" : ""}`,
  );
  return `takes at most ${each.join(" and ")}`;
}

const held = (days: number): string =>
  days === 0 ? "makes payouts payable at once" : `holds payouts for ${counted(days, "day")}`;

function limited({ months, orders }: Program["lifetime"]): string {
  const limits = [
    ...(months === null ? [] : [counted(months, "month")]),
    ...(orders === null ? [] : [counted(orders, "order")]),
  ];
  if (limits.length === 0) return "lets lifetime payouts last without a limit";
  return `ends a customer's lifetime payouts after ${limits.join(" or ")}`;
}

const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
