import { Decimal, type Figures } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import { NOTHING, plus, type Tally } from "../tallies/tally-store.ts";

/** Sums that grow as they are added to. */
export class Sums<K> {
  private readonly sums = new Map<K, Tally>();

  add(key: K, change: Partial<Tally>): void {
    this.sums.set(key, plus(this.sums.get(key) ?? NOTHING, change));
  }

  get = (key: K): Tally => this.sums.get(key) ?? NOTHING;

  /** Those that something is left of or was counted in, the largest payout first. */
  ranked(): [K, Tally][] {
    return [...this.sums]
      .filter(([, tally]) => Object.values(tally).some((figure) => figure !== 0))
      .sort(([, one], [, other]) => other.payout - one.payout || other.conversions - one.conversions);
  }
}

/** @param sums in minor units of the currency */
export function printFigures(sums: Tally, currency: string): Figures {
  const { conversions, sale, payout, fee, rejected, kpi, reversed } = sums;
  return {
    conversions,
    sales: fromMinor(sale, currency),
    payout: fromMinor(payout, currency),
    platformFee: fromMinor(fee, currency),
    advertiserCost: fromMinor(payout + fee, currency),
    effectiveRate: sale === 0 ? null : new Decimal(payout).times(100).dividedBy(sale).toFixed(2),
    ...{ rejected, kpi, reversed },
  };
}
