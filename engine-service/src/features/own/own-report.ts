import type { Figures, OwnFigures, OwnReport, OwnReportFilter } from "@firstmatch/shared-types";
import { readRuleKey } from "../../domain/rule-key.ts";
import type { Rooms } from "../../wire.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { printFigures } from "../reports/figures.ts";
import { daysOf } from "../reports/period.ts";
import { rulesOfPartner } from "../reports/rules-of-partner.ts";
import { sumsOfPeriod } from "../reports/sums-of-period.ts";
import type { Tally } from "../tallies/tally-store.ts";
import { personalName } from "./own-conversion.ts";

/** What a partner's own conversions of some days came to, without anything private. */
export async function ownReport(
  rooms: Rooms,
  program: StoredProgram,
  partner: string,
  filter: OwnReportFilter,
): Promise<OwnReport> {
  const { _id: id, currency, timezone } = program;
  const days = daysOf(filter);
  const [sums, { rules, names }] = await Promise.all([
    sumsOfPeriod(rooms, id, days, { partner, publicOnly: true }),
    rulesOfPartner(rooms, program, filter, partner, true),
  ]);
  const print = (tally: Tally) => ownFigures(printFigures(tally, currency));
  return {
    ...{ currency, timezone },
    totals: print(sums.totals.get("all")),
    days: days.map((day) => ({ day, ...print(sums.days.get(day)) })),
    rules: rules.ranked().map(([key, tally]) => {
      const { eventType, kind, id: rule } = readRuleKey(key);
      const name = kind === "personal" ? personalName(rooms, id, partner, rule) : (names.get(key) ?? null);
      return { eventType, kind, name, ...print(tally) };
    }),
  };
}

const ownFigures = ({ platformFee: _fee, advertiserCost: _cost, ...own }: Figures): OwnFigures => own;
