import type { ConversionFilter, Program } from "@firstmatch/shared-types";
import { dayIn, daysLater } from "../../components/days.ts";
import { useReport } from "../reports/report-queries.ts";
import { isTurnedRound } from "./conversion-filter.ts";
import { ruleChoices } from "./rule-choices.ts";

/** How far back rules are looked for where no period is chosen. */
const DAYS_BACK = 365;

/** The rules to filter by, as the report of these days names them. */
export function useRuleChoices({ id, timezone }: Program, { from, until }: ConversionFilter, wanted: boolean) {
  const last = until ?? dayIn(timezone, new Date());
  const days = { from: from ?? daysLater(last, -DAYS_BACK), until: last };
  const { data } = useReport(id, wanted && !isTurnedRound(days) ? days : undefined);
  return ruleChoices(data);
}
