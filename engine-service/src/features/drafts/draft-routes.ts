import { Draft, Reorder, Restore, Terms } from "@firstmatch/shared-types";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findTerms } from "../terms/find-terms.ts";
import type { StoredDraft } from "../terms/terms-store.ts";
import { printDraft, reorderDraft, replaceDraft, restoreDraft } from "./save-draft.ts";

const answer = (draft: StoredDraft) => ({
  status: 200,
  body: printDraft(draft),
  isLong: true as const,
  headers: { ETag: etag(draft.revision) },
});
const saved = { 200: { description: "The draft as it is now", schema: Draft, headers: ["ETag"] } } as const;

export const draftRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs/{program}/terms/{terms}/draft",
    access: "read",
    tag: "Drafts",
    summary: "The draft",
    answers: saved,
    problems: ["not-found"],
    handle: async ({ params }) => answer((await findTerms(rooms, params)).terms.draft),
  }),
  route({
    method: "put",
    path: "/api/programs/{program}/terms/{terms}/draft",
    access: "edit",
    tag: "Drafts",
    summary: "Replace the draft",
    description: "The whole document, without personal payouts. Decides nothing until it is published.",
    ifMatch: true,
    // Read by and by, see parseLongTerms.
    body: jsonBody(Terms, HTTP_LIMITS.document, (value) => ({ ok: true, value: value as unknown })),
    answers: saved,
    problems: ["not-found"],
    handle: async ({ params, body, revision, caller }) =>
      answer(await replaceDraft(rooms, params, revision, body, { by: caller })),
  }),
  route({
    method: "post",
    path: "/api/programs/{program}/terms/{terms}/draft/events/{eventType}/order",
    access: "edit",
    tag: "Drafts",
    summary: "Rank the payout groups anew: all ids, each once, or one id and its rank",
    ifMatch: true,
    body: jsonBody(Reorder, HTTP_LIMITS.document),
    answers: saved,
    problems: ["not-found"],
    handle: async ({ params, body, revision, caller }) =>
      answer(await reorderDraft(rooms, params, revision, body, { by: caller })),
  }),
  route({
    method: "post",
    path: "/api/programs/{program}/terms/{terms}/draft/restore",
    access: "edit",
    tag: "Drafts",
    summary: "Take a published version back into the draft",
    ifMatch: true,
    body: jsonBody(Restore),
    answers: saved,
    problems: ["not-found"],
    handle: async ({ params, body, revision, caller }) =>
      answer(await restoreDraft(rooms, params, revision, body.version, { by: caller })),
  }),
];
