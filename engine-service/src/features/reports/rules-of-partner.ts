import { spanOf } from "../../domain/local-time.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredConversion } from "../conversions/conversion-store.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import type { Tally } from "../tallies/tally-store.ts";
import { Sums } from "./figures.ts";
import type { Period } from "./period.ts";

/** Read in one go, so that no call takes long however many a partner has. */
const AT_ONCE = 5_000;

const FIELDS = { occurredAt: 1, rules: 1, lines: 1, left: 1, status: 1, decision: 1 } as const;
type Read = Pick<StoredConversion, "_id" | keyof typeof FIELDS>;

/**
 * What the rules paid one partner: added up from its conversions, which are few beside the program's, so that nothing
 * more has to be kept with every conversion.
 *
 * @returns by the key of the rule, as `sumsOfRules`
 */
export async function rulesOfPartner(
  { conversions }: Rooms,
  { _id: program, timezone }: StoredProgram,
  period: Period,
  partner: string,
  publicOnly = false,
): Promise<{ rules: Sums<string>; names: Map<string, string | null> }> {
  const rules = new Sums<string>();
  const names = new Map<string, string | null>();
  const end = new Date(spanOf(period.until, timezone)?.to ?? 0).toISOString();
  let from = { $gte: new Date(spanOf(period.from, timezone)?.from ?? 0).toISOString() };
  let last: Read | undefined;
  do {
    const found: Read[] = await conversions.conversions.documents.find<Read>(
      {
        ...{ program, partner, occurredAt: { ...from, $lt: end } },
        ...(last !== undefined && { $or: [{ occurredAt: { $gt: last.occurredAt } }, { _id: { $gt: last._id } }] }),
      },
      { sort: { occurredAt: 1, _id: 1 }, limit: AT_ONCE, projection: FIELDS },
    );
    for (const conversion of found) {
      for (const { rule, name, change } of wonBy(conversion, publicOnly)) {
        rules.add(rule, change);
        names.set(rule, name);
      }
    }
    last = found.length < AT_ONCE ? undefined : found.at(-1);
    if (last !== undefined) from = { $gte: last.occurredAt };
  } while (last !== undefined);
  return { rules, names };
}

/** What each rule won of a conversion: counted once, with what is left of its lines. */
function wonBy({ rules, lines, left, status, decision }: Read, publicOnly: boolean) {
  const shown = publicOnly ? rules.filter((rule) => lines.some((line) => line.rule === rule && !line.private)) : rules;
  const counter = status === "payable" ? "conversions" : status;
  return shown.map((rule) => {
    const change: Partial<Tally> = { [counter]: 1, sale: 0, payout: 0, fee: 0 };
    lines.forEach((line, at) => {
      const amounts = left[at];
      if (line.rule !== rule || amounts === undefined) return;
      for (const each of ["sale", "payout", "fee"] as const) change[each] = (change[each] ?? 0) + amounts[each];
    });
    return {
      rule,
      name: nameIn(
        decision,
        lines.findIndex((line) => line.rule === rule),
      ),
      change,
    };
  });
}

function nameIn({ match, lines }: Read["decision"], at: number): string | null {
  const won = match.kind === "mixed" ? lines[at]?.match : match;
  return won?.name ?? null;
}
