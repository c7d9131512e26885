import { Bonuses, type BonusLine, BonusMonth } from "@firstmatch/shared-types";
import { fromMinor } from "../../domain/minor-units.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { nameOf } from "../partners/name-of.ts";
import { findProgram } from "../programs/change-program.ts";
import type { StoredProgram } from "../programs/program-store.ts";
import { type Bonus, bonusesOf } from "./bonuses-of.ts";
import { enterBonuses } from "./enter-bonuses.ts";

const LIST = "/api/programs/{program}/bonuses";

const tag = "Bonuses";

export const bonusRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag,
    summary: "What partners are owed for a month beyond what was paid, where tiers pay all of it",
    description:
      "Every conversion of the month is decided again as it was, with the month's figures as they are now; the difference, for what corrections left, is the bonus. Those that were entered are listed as they were.",
    query: BonusMonth,
    answers: { 200: { description: "The bonuses, by the partners' ids", schema: Bonuses } },
    problems: ["not-found"],
    handle: async ({ params, query: { month } }) => {
      const program = await findProgram(rooms, params.program);
      return { status: 200, body: print(rooms, program, await bonusesOf(rooms, program, month)) };
    },
  }),
  route({
    method: "post",
    path: LIST,
    access: "pay",
    tag,
    summary: "Enter the bonuses of a month that is over",
    description: "They are payable at once, by the next payout run. Entered again, nothing happens a second time.",
    body: { ...jsonBody(BonusMonth), example: { month: "2026-10" } },
    answers: { 200: { description: "The bonuses as they are entered now", schema: Bonuses } },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body: { month }, caller }) => {
      const bonuses = await enterBonuses(rooms, params.program, month, { by: caller });
      return { status: 200, body: print(rooms, await findProgram(rooms, params.program), bonuses) };
    },
  }),
];

const print = (rooms: Rooms, { currency }: StoredProgram, bonuses: readonly Bonus[]) => ({
  items: bonuses.map(
    ({ partner, conversions, paid, wouldBe, bonus, entered }): BonusLine => ({
      ...{ partner, name: nameOf(rooms, partner), conversions, entered },
      paid: fromMinor(paid, currency),
      wouldBe: fromMinor(wouldBe, currency),
      bonus: fromMinor(bonus, currency),
    }),
  ),
});
