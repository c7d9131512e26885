import type { PartnerPast } from "@firstmatch/shared-types";
import { roundedShare } from "../../domain/apportion.ts";
import { toMinor } from "../../domain/minor-units.ts";
import { ruleKey } from "../../domain/rule-key.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredConversion, StoredEntry } from "../conversions/conversion-store.ts";
import { decideAgain } from "../conversions/decide-again.ts";
import { RECORDING_UNLESS_SET, type StoredProgram } from "../programs/program-store.ts";
import { pastOf, talliesIn } from "../tallies/past.ts";
import { conversionsOf, lastDay } from "./month.ts";

/** What a partner's conversions of a month were paid, and would have been by the month's final figures. Minor units, net of corrections. */
export interface Bonus {
  partner: string;
  conversions: number;
  paid: number;
  wouldBe: number;
  bonus: number;
  entered: boolean;
}

export const bonusKey = (program: string, month: string, partner: string) => `${program}/bonus/${month}/${partner}`;

/**
 * The bonuses of a month where tiers pay all of it: every conversion whose rules looked at the partner's past is decided
 * again as it was, only that the month's figures are the final ones. Where another rule wins then, the difference to what
 * was paid is the bonus, for what corrections left. Beside them those that were entered already, as they were entered.
 */
export async function bonusesOf(rooms: Rooms, program: StoredProgram, month: string): Promise<Bonus[]> {
  const { tiers } = program.recording ?? RECORDING_UNLESS_SET;
  const found = new Map<string, Omit<Bonus, "bonus" | "entered">>();
  const finals = new Map<string, PartnerPast>();
  if (tiers === "whole-month")
    for await (const conversion of conversionsOf(rooms, program, month)) {
      const { partner, net } = conversion;
      if (partner === null) continue;
      const final = finals.get(partner) ?? (await finalOf(rooms, program, partner, month));
      finals.set(partner, final);
      const { conversions, paid, wouldBe } = found.get(partner) ?? { conversions: 0, paid: 0, wouldBe: 0 };
      found.set(partner, {
        ...{ partner, conversions: conversions + 1, paid: paid + net.payout },
        wouldBe: wouldBe + (await wouldPay(rooms, conversion, final)),
      });
    }
  const entered = await enteredIn(rooms, program._id, month);
  const partners = [...new Set([...found.keys(), ...entered.keys()])].sort();
  return partners.flatMap((partner): Bonus[] => {
    const { conversions, paid, wouldBe } = found.get(partner) ?? { conversions: 0, paid: 0, wouldBe: 0 };
    const entry = entered.get(partner);
    const bonus = entry?.payout ?? wouldBe - paid;
    return bonus > 0 ? [{ ...{ partner, conversions, paid, wouldBe, bonus }, entered: entry !== undefined }] : [];
  });
}

/** The month's figures at its end; the others stay what they were at each conversion. */
async function finalOf(
  { tallies }: Rooms,
  program: StoredProgram,
  partner: string,
  month: string,
): Promise<PartnerPast> {
  const past = await pastOf(talliesIn(tallies), program, partner, lastDay(month));
  const { partnerConversionsThisMonth, partnerRevenueThisMonth } = past;
  return { partnerConversionsThisMonth, partnerRevenueThisMonth };
}

/** Where the same rules win, it is what was paid: a cap may have cut that, and the tier changes nothing about it. */
async function wouldPay(rooms: Rooms, conversion: StoredConversion, final: PartnerPast): Promise<number> {
  const { recalled, net, decided, currency, lines } = conversion;
  const again = await decideAgain(rooms, conversion, { past: { ...recalled.past, ...final } });
  const rules = again.lines.map(({ line }) => ruleKey(again.decision, line.rule.match));
  if (rules.length === lines.length && rules.every((rule, at) => rule === lines[at]?.rule)) return net.payout;
  const payout = again.decision.status === "payable" ? toMinor(again.decision.payout, currency) : 0;
  const by = decided.sale > 0 ? "sale" : "payout";
  return decided[by] === 0 ? payout : roundedShare(payout, net[by], decided[by]);
}

async function enteredIn({ conversions }: Rooms, program: string, month: string): Promise<Map<string, StoredEntry>> {
  const entries = await conversions.ledger.documents.find({
    _id: { $gte: bonusKey(program, month, ""), $lt: `${program}/bonus/${month}0` },
  });
  return new Map(entries.map((entry) => [entry.partner as string, entry]));
}
