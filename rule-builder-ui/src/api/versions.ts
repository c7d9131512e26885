import { type Publish, page, Version, VersionSummary } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

export const publishDraft = (program: string, terms: string, draftRevision: number, body: Publish) =>
  request(VersionSummary, path`/api/programs/${program}/terms/${terms}/publish`, {
    method: "POST",
    body,
    ifMatch: draftRevision,
  });

export const listVersions = (program: string, terms: string, cursor?: string | null) =>
  request(page(VersionSummary), path`/api/programs/${program}/terms/${terms}/versions` + query({ cursor }));

export const getVersion = (program: string, terms: string, version: number) =>
  request(Version, path`/api/programs/${program}/terms/${terms}/versions/${version}`);
