import { exactSum } from "../exact-sum.ts";
import type { Journal } from "../journal/journal.ts";
import type { Journaled, WorkingSet } from "../journal/working-set.ts";

/**
 * Sums for the reports and for what partners reached, kept with every conversion, so that a month's report reads as many
 * documents as there are partners and rules, not conversions. Amounts in minor units.
 */
export interface Tally {
  conversions: number;
  sale: number;
  payout: number;
  fee: number;
  rejected: number;
  kpi: number;
  reversed: number;
}

export const NOTHING: Tally = { conversions: 0, sale: 0, payout: 0, fee: 0, rejected: 0, kpi: 0, reversed: 0 };

/** By day of the month, "01" to "31". */
type Days = Record<string, Tally>;

/** What a partner's public, or private, conversions of a month came to. */
export interface PartnerTally extends Journaled {
  program: string;
  /** "2026-11"; "all" for all time, in one day named "all". */
  month: string;
  partner: string | null;
  private: boolean;
  days: Days;
}

/** What a rule won in a month. A conversion that several rules won lines of counts once for each. */
export interface RuleTally extends Journaled {
  program: string;
  month: string;
  /** See rule-key.ts. */
  rule: string;
  /** As it was called last. */
  name: string | null;
  days: Days;
}

export type TallyStore = ReturnType<typeof tallyStore>;

export interface TalliedRule {
  rule: string;
  /** Left out: as it was called before. */
  name?: string | null;
  change: Partial<Tally>;
}

/** What changes the sums: a new conversion, or a correction of one. */
export interface Tallied {
  program: string;
  partner: string | null;
  /** "2026-11-21" */
  day: string;
  public: Partial<Tally>;
  private: Partial<Tally>;
  rules: readonly TalliedRule[];
}

export function tallyStore(journal: Journal) {
  const partners = journal.shelf<PartnerTally>("partner-tallies", [{ fields: ["program", "month"] }]);
  const rules = journal.shelf<RuleTally>("rule-tallies", [{ fields: ["program", "month"] }]);
  return {
    partners,
    rules,

    wants: (program: string, partner: string | null, day: string) =>
      [day.slice(0, 7), "all"].map((month) => ({
        of: partners,
        id: partnerTallyKey(program, month, false, partner),
      })),

    async add(set: WorkingSet, tallied: Tallied): Promise<void> {
      const { program, partner, day } = tallied;
      const places = [
        { month: day.slice(0, 7), at: day.slice(8) },
        { month: "all", at: "all" },
      ];
      for (const isPrivate of [false, true]) {
        const change = isPrivate ? tallied.private : tallied.public;
        if (!isChange(change)) continue;
        for (const { month, at } of places) {
          const _id = partnerTallyKey(program, month, isPrivate, partner);
          const before = await set.get(partners, _id);
          const days = withChange(before?.days ?? {}, at, change);
          set.put(partners, { _id, program, month, partner, private: isPrivate, days });
        }
      }
      for (const { rule, name, change } of tallied.rules) {
        if (!isChange(change)) continue;
        const month = day.slice(0, 7);
        const _id = `${program}/${month}/${rule}`;
        const before = await set.get(rules, _id);
        const called = name === undefined ? (before?.name ?? null) : name;
        const days = withChange(before?.days ?? {}, day.slice(8), change);
        set.put(rules, { _id, program, month, rule, name: called, days });
      }
    },
  };
}

export const partnerTallyKey = (program: string, month: string, isPrivate: boolean, partner: string | null) =>
  `${program}/${month}/${isPrivate ? "private" : "public"}/${partner ?? ""}`;

/** Refused where the sum would not be exact. */
export function plus(one: Tally, change: Partial<Tally>): Tally {
  const sum = { ...one };
  for (const [key, by] of Object.entries(change) as [keyof Tally, number][]) sum[key] = exactSum(sum[key], by);
  return sum;
}

const isChange = (change: Partial<Tally>) => Object.values(change).some((by) => by !== 0);

const withChange = (days: Days, day: string, change: Partial<Tally>): Days => ({
  ...days,
  [day]: plus(days[day] ?? NOTHING, change),
});
