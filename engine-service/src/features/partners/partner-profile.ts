import { isDeepStrictEqual } from "node:util";
import { formatPercent, type Partner } from "@firstmatch/shared-types";
import type { From } from "../../domain/timeline.ts";
import type { KnownPartner } from "./partner-book.ts";
import type { PartnerStanding } from "./partner-store.ts";

/** What of a partner can be changed. */
export type PartnerProfile = Pick<Partner, "name" | "contact" | "tags"> & PartnerStanding;

/** Changes of a standing take force at once, so the last entry holds now. */
export const standingOf = ({ standing }: KnownPartner) => (standing.at(-1) as From<PartnerStanding>).value;

export function profileOf(partner: KnownPartner): PartnerProfile {
  const { name, contact, tags } = partner;
  return { name, contact, tags, ...standingOf(partner) };
}

/** What became of a partner, as the history tells it: "Anna Lopez is deactivated, has a revenue share of 70 %". */
export function profileSentence(before: PartnerProfile, after: PartnerProfile): string {
  const parts = [
    before.name !== after.name && `is called ${after.name}`,
    before.status !== after.status && `is ${after.status === "active" ? "activated" : "deactivated"}`,
    before.revenueShare !== after.revenueShare && has(after.revenueShare, ""),
    ...sharesSentences(before, after),
    !isDeepStrictEqual(before.contact, after.contact) && "has other contact details",
    ...difference(after.tags, before.tags).map((tag) => `is tagged “${tag}”`),
    ...difference(before.tags, after.tags).map((tag) => `is no longer tagged “${tag}”`),
  ].filter((part) => part !== false);
  return `${before.name} ${parts.join(", ") || "has the tags in another order"}`;
}

const has = (share: string | null, where: string) =>
  share === null ? `has no revenue share${where} any more` : `has a revenue share of ${formatPercent(share)}${where}`;

const sharesSentences = (before: PartnerProfile, after: PartnerProfile): string[] =>
  Object.keys({ ...before.programRevenueShares, ...after.programRevenueShares })
    .filter((program) => before.programRevenueShares[program] !== after.programRevenueShares[program])
    .map((program) => has(after.programRevenueShares[program] ?? null, ` in the program ${program}`));

const difference = (some: readonly string[], others: readonly string[]) => some.filter((one) => !others.includes(one));
