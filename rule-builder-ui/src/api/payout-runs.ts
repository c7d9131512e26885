import { Bonuses, type NewPayoutRun, PayoutPreview, PayoutRun, PayoutRunLine, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

const runsPath = (program: string) => path`/api/programs/${program}/payout-runs`;
const runPath = (program: string, id: string) => path`/api/programs/${program}/payout-runs/${id}`;
const bonusesPath = (program: string) => path`/api/programs/${program}/bonuses`;

/** What would be paid to whom; changes nothing. @param until a day of the program's time zone */
export const previewPayoutRun = (program: string, until: string) =>
  request(PayoutPreview, `${runsPath(program)}/preview${query({ until })}`);

/** The same id again starts nothing a second time. */
export const startPayoutRun = (program: string, body: NewPayoutRun) =>
  request(PayoutRun, runsPath(program), { method: "POST", body });

export const listPayoutRuns = (program: string, cursor?: string | null) =>
  request(page(PayoutRun), runsPath(program) + query({ cursor }));

export const getPayoutRun = (program: string, id: string) => request(PayoutRun, runPath(program, id));

export const listPayoutLines = (program: string, id: string, cursor?: string | null) =>
  request(page(PayoutRunLine), `${runPath(program, id)}/lines${query({ cursor })}`);

/** Where the browser fetches the lines as a table for spreadsheets. */
export const payoutLinesCsv = (program: string, id: string): string => `${runPath(program, id)}/lines.csv`;

/** @param month of the program's time zone: "2026-10" */
export const listBonuses = (program: string, month: string) =>
  request(Bonuses, bonusesPath(program) + query({ month }));

/** Those that were entered before stay as they are. */
export const enterBonuses = (program: string, month: string) =>
  request(Bonuses, bonusesPath(program), { method: "POST", body: { month } });
