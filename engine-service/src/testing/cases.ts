import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Decision, PartnerProfile } from "@firstmatch/shared-types";

/** One decision as data: a sentence, terms, an event, and the part of the answer that it is about. */
export interface Case {
  name: string;
  terms: unknown;
  partner?: PartnerProfile;
  event: Record<string, unknown>;
  expect: Partial<Decision> & { linePayouts?: string[] };
}

const FOLDER = join(import.meta.dirname, "../../cases");

/** Every case of engine-service/cases, for each of the doors that they are run through. */
export const readCases = (): { file: string; cases: Case[] }[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, cases: JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case[] }));

/** The part of a decision that a case speaks of, to compare with what it expects. */
export function askedOf(decision: Decision, expected: Case["expect"]): Record<string, unknown> {
  const answers: Record<string, unknown> = { ...decision, linePayouts: decision.lines.map((line) => line.payout) };
  return Object.fromEntries(
    Object.entries(expected).map(([key, wanted]) => [
      key,
      key === "match" ? pick(answers.match, wanted as object) : answers[key],
    ]),
  );
}

const pick = (from: unknown, like: object) =>
  Object.fromEntries(Object.keys(like).map((key) => [key, (from as Record<string, unknown>)[key]]));
