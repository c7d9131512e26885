import { type NewTerms, page, Terms, TermsSummary } from "@firstmatch/shared-types";
import { Nothing, path, query, request } from "./request.ts";

/** A program rarely has more terms, and forms that choose among them want them all. */
const MOST_OF_A_PAGE = 100;

const termsPath = (program: string, terms: string) => path`/api/programs/${program}/terms/${terms}`;

export const listTerms = (program: string, cursor?: string | null) =>
  request(page(TermsSummary), path`/api/programs/${program}/terms` + query({ cursor, limit: MOST_OF_A_PAGE }));

export const getTerms = (program: string, terms: string) => request(TermsSummary, termsPath(program, terms));

export const createTerms = (program: string, body: NewTerms) =>
  request(TermsSummary, path`/api/programs/${program}/terms`, { method: "POST", body });

export const removeTerms = (program: string, terms: string, draftRevision: number) =>
  request(Nothing, termsPath(program, terms), { method: "DELETE", ifMatch: draftRevision });

/** The document with its personal payouts; of the draft when no version is named. */
export const exportTerms = (program: string, terms: string, version?: number) =>
  request(Terms, `${termsPath(program, terms)}/export${query({ version })}`);
