import type { DecidedLine } from "../../domain/amounts.ts";
import { readRuleKey } from "../../domain/rule-key.ts";
import type { SettledLine } from "../../domain/settle.ts";
import type { Tallied, Tally } from "../tallies/tally-store.ts";
import type { MinorAmounts, StoredConversion } from "./conversion-store.ts";

/** What a new conversion adds to the sums. Rejected and KPI conversions are counted apart, without amounts. */
export function talliedConversion(conversion: Omit<StoredConversion, "seq">, lines: readonly DecidedLine[]): Tallied {
  const { status, lines: settled, rules } = conversion;
  const counter = status === "payable" ? "conversions" : (status as "rejected" | "kpi");
  const names = new Map(settled.map(({ rule }, at) => [rule, lines[at]?.line.rule.match.name ?? null]));
  const amounts = status === "payable" ? settled.map(amountsOf) : [];
  return {
    ...placeOf(conversion),
    ...byVisibility(conversion, amounts, { [counter]: 1 }),
    rules: rules.map((rule) => ({
      rule,
      name: names.get(rule) ?? readRuleKey(rule).id,
      change: { ...sumOf(amounts.filter((_, at) => settled[at]?.rule === rule)), [counter]: 1 },
    })),
  };
}

export const placeOf = ({ program, partner, day }: Pick<StoredConversion, "program" | "partner" | "day">) => ({
  ...{ program, partner, day },
});

/**
 * A change of a conversion's amounts, by what its partner may see: each line's on its own side, the count on the
 * conversion's.
 *
 * @param amounts of each line
 */
export function byVisibility(
  { lines, private: isPrivate }: Pick<StoredConversion, "lines" | "private">,
  amounts: readonly MinorAmounts[],
  counts: Partial<Tally>,
): Pick<Tallied, "public" | "private"> {
  const side = (hidden: boolean) => ({
    ...sumOf(amounts.filter((_, at) => lines[at]?.private === hidden)),
    ...(hidden === isPrivate ? counts : {}),
  });
  return { public: side(false), private: side(true) };
}

export const amountsOf = ({ base, payout, fee }: SettledLine): MinorAmounts => ({ sale: base ?? 0, payout, fee });

export const sumOf = (amounts: readonly MinorAmounts[]): MinorAmounts =>
  amounts.reduce(
    (sum, { sale, payout, fee }) => ({ sale: sum.sale + sale, payout: sum.payout + payout, fee: sum.fee + fee }),
    {
      sale: 0,
      payout: 0,
      fee: 0,
    },
  );

/** Zero stays zero: a minus in front of it would be kept by the store. */
export const negative = ({ sale, payout, fee }: MinorAmounts): MinorAmounts => ({
  ...{ sale: 0 - sale, payout: 0 - payout, fee: 0 - fee },
});
