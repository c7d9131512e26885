import type { Draft, Terms } from "@firstmatch/shared-types";
import { asTold, path, request } from "./request.ts";

export const draftPath = (program: string, terms: string) => path`/api/programs/${program}/terms/${terms}/draft`;

/** The service has checked it when it was saved; for a thousand groups, checking it again would be felt at every save. */
const DraftShape = asTold<Draft>();

export const getDraft = (program: string, terms: string) => request(DraftShape, draftPath(program, terms));

export const saveDraft = (program: string, terms: string, revision: number, body: Terms) =>
  request(DraftShape, draftPath(program, terms), { method: "PUT", body, ifMatch: revision });

export const restoreDraft = (program: string, terms: string, revision: number, version: number) =>
  request(DraftShape, `${draftPath(program, terms)}/restore`, { method: "POST", body: { version }, ifMatch: revision });
