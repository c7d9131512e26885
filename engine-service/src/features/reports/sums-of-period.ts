import type { Rooms } from "../../wire.ts";
import { type PartnerTally, partnerTallyKey, type Tally } from "../tallies/tally-store.ts";
import { Sums } from "./figures.ts";
import { monthsOf } from "./period.ts";

export interface PeriodSums {
  days: Sums<string>;
  partners: Sums<string | null>;
  totals: Sums<"all">;
}

/** What the conversions of some days came to: of a program, or of one partner in it. */
export async function sumsOfPeriod(
  { tallies }: Rooms,
  program: string,
  days: readonly string[],
  { partner, publicOnly = false }: { partner?: string | undefined; publicOnly?: boolean },
): Promise<PeriodSums> {
  const sums: PeriodSums = { days: new Sums(), partners: new Sums(), totals: new Sums() };
  const within = new Set(days);
  const sides = publicOnly ? [false] : [false, true];
  for (const month of monthsOf(days)) {
    const found = await tallies.partners.documents.find<PartnerTally>(
      partner === undefined
        ? { program, month }
        : { _id: { $in: sides.map((side) => partnerTallyKey(program, month, side, partner)) } },
    );
    for (const tally of found) {
      for (const [day, change] of daysIn(tally, within)) {
        sums.days.add(day, change);
        sums.partners.add(tally.partner, change);
        sums.totals.add("all", change);
      }
    }
  }
  return sums;
}

/** By the key of the rule; its name is the one that it had last. */
export async function sumsOfRules(
  { tallies }: Rooms,
  program: string,
  days: readonly string[],
): Promise<{ rules: Sums<string>; names: Map<string, string | null> }> {
  const rules = new Sums<string>();
  const names = new Map<string, string | null>();
  const within = new Set(days);
  for (const month of monthsOf(days)) {
    for (const tally of await tallies.rules.documents.find({ program, month })) {
      names.set(tally.rule, tally.name);
      for (const [, change] of daysIn(tally, within)) rules.add(tally.rule, change);
    }
  }
  return { rules, names };
}

const daysIn = (
  { month, days }: Pick<PartnerTally, "month" | "days">,
  within: ReadonlySet<string>,
): [string, Tally][] =>
  Object.entries(days).flatMap(([at, tally]) => {
    const day = `${month}-${at}`;
    return within.has(day) ? [[day, tally] as [string, Tally]] : [];
  });
