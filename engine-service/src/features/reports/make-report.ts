import type { Report, ReportFilter, RuleFigures } from "@firstmatch/shared-types";
import { readRuleKey } from "../../domain/rule-key.ts";
import { termsAt } from "../../domain/standing.ts";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { printFigures } from "./figures.ts";
import { neverFired } from "./never-fired.ts";
import { daysOf } from "./period.ts";
import { rulesOfPartner } from "./rules-of-partner.ts";
import { sumsOfPeriod, sumsOfRules } from "./sums-of-period.ts";

/** What a program's conversions of some days came to; of one partner's, where the filter names one. */
export async function makeReport(rooms: Rooms, program: StoredProgram, filter: ReportFilter): Promise<Report> {
  const { _id: id, currency, timezone } = program;
  const { partner } = filter;
  const days = daysOf(filter);
  const [sums, { rules, names }] = await Promise.all([
    sumsOfPeriod(rooms, id, days, { partner }),
    partner === undefined ? sumsOfRules(rooms, id, days) : rulesOfPartner(rooms, program, filter, partner),
  ]);
  const ranked = rules.ranked();
  const idle = await neverFired(rooms, id, new Set(ranked.map(([rule]) => rule)));
  return {
    ...{ currency, timezone },
    totals: printFigures(sums.totals.get("all"), currency),
    days: days.map((day) => ({ day, ...printFigures(sums.days.get(day), currency) })),
    rules: ranked.map(
      ([rule, tally]): RuleFigures => ({
        ...readRuleKey(rule),
        name: names.get(rule) ?? null,
        ...printFigures(tally, currency),
      }),
    ),
    partners: sums.partners.ranked().map(([each, tally]) => ({
      partner: each,
      name: each === null ? "No partner" : nameOf(rooms, each),
      ...printFigures(tally, currency),
    })),
    neverFired: partner === undefined ? idle : idle.filter(({ terms }) => terms === termsOf(rooms, program, partner)),
  };
}

/** Groups of other terms than the partner's could not fire for it. */
function termsOf({ known, moments }: Rooms, program: StoredProgram, partner: string): string {
  const now = moments.present();
  return termsAt(known.members.get(program._id, partner), now) ?? known.defaultTerms(program, now);
}
