import { Draft, type Terms } from "@firstmatch/shared-types";
import { path, request } from "./request.ts";

const draftPath = (program: string, terms: string) => path`/api/programs/${program}/terms/${terms}/draft`;

export const getDraft = (program: string, terms: string) => request(Draft, draftPath(program, terms));

export const saveDraft = (program: string, terms: string, revision: number, body: Terms) =>
  request(Draft, draftPath(program, terms), { method: "PUT", body, ifMatch: revision });

export const restoreDraft = (program: string, terms: string, revision: number, version: number) =>
  request(Draft, `${draftPath(program, terms)}/restore`, { method: "POST", body: { version }, ifMatch: revision });
