import { PersonalPayout, page, StoredPersonalPayout } from "@firstmatch/shared-types";
import { z } from "zod";
import { HTTP_LIMITS } from "../../http/limits.ts";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { type PersonalPayoutRecord, printPersonal } from "./personal-payout-store.ts";
import {
  changePersonalPayout,
  createPersonalPayout,
  findEventType,
  findPersonalPayout,
  removePersonalPayout,
} from "./save-personal-payout.ts";

const LIST = "/api/programs/{program}/terms/{terms}/events/{eventType}/personal-payouts";
const ONE = `${LIST}/{id}` as const;

const answer = (record: PersonalPayoutRecord, status = 200, headers: Record<string, string> = {}) => ({
  status,
  body: printPersonal(record),
  headers: { ETag: etag(record.revision), ...headers },
});
const shows = { description: "The personal payout", schema: StoredPersonalPayout, headers: ["ETag"] } as const;

export const personalPayoutRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag: "Personal payouts",
    summary: "Personal payouts of an event type, the older first",
    description: "Of one partner, those with a coupon code are tried first, then the older first.",
    query: z.strictObject({ ...pageQuery, partner: z.string().optional(), couponCode: z.string().optional() }),
    answers: { 200: { description: "A page of personal payouts", schema: page(StoredPersonalPayout) } },
    problems: ["not-found"],
    handle: async ({ params, query }) => {
      await findEventType(rooms, params);
      const found = await rooms.personal.list(params, query);
      return { status: 200, body: pageOf(found, query.limit, ({ order }) => order, printPersonal) };
    },
  }),
  route({
    method: "post",
    path: LIST,
    access: "edit",
    tag: "Personal payouts",
    summary: "Create a personal payout, in force from now on",
    body: jsonBody(PersonalPayout, HTTP_LIMITS.event),
    answers: { 201: { ...shows, description: "Created", headers: ["ETag", "Location"] } },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body, caller }) => {
      const { program, terms, eventType } = params;
      const record = await createPersonalPayout(rooms, { program, terms, eventType }, body, { by: caller });
      const Location = `/api/programs/${program}/terms/${terms}/events/${encodeURIComponent(eventType)}/personal-payouts/${encodeURIComponent(body.id)}`;
      return answer(record, 201, { Location });
    },
  }),
  route({
    method: "get",
    path: ONE,
    access: "read",
    tag: "Personal payouts",
    summary: "One personal payout",
    answers: { 200: shows },
    problems: ["not-found"],
    handle: async ({ params: { id, ...place } }) => answer(await findPersonalPayout(rooms, place, id)),
  }),
  route({
    method: "put",
    path: ONE,
    access: "edit",
    tag: "Personal payouts",
    summary: "Replace a personal payout, from now on; older events are decided by what it was",
    ifMatch: true,
    body: jsonBody(PersonalPayout, HTTP_LIMITS.event),
    answers: { 200: shows },
    problems: ["not-found", "conflict"],
    handle: async ({ params: { id, ...place }, body, revision, caller }) =>
      answer(await changePersonalPayout(rooms, place, id, revision, body, { by: caller })),
  }),
  route({
    method: "delete",
    path: ONE,
    access: "edit",
    tag: "Personal payouts",
    summary: "Remove a personal payout, from now on",
    ifMatch: true,
    answers: { 204: { description: "Removed" } },
    problems: ["not-found"],
    handle: async ({ params: { id, ...place }, revision, caller }) => {
      await removePersonalPayout(rooms, place, id, revision, { by: caller });
      return { status: 204 };
    },
  }),
];
