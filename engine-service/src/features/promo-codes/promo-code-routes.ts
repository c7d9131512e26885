import {
  CodeHolders,
  foldText,
  NewPromoCode,
  type PromoCode as Printed,
  PromoCode,
  PromoCodeChange,
  page,
  Reissue,
} from "@firstmatch/shared-types";
import { z } from "zod";
import { pageOf, pageQuery } from "../../http/page.ts";
import { etag } from "../../http/problem.ts";
import { jsonBody, type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { findProgram } from "../programs/change-program.ts";
import { changeCode, holderOf } from "./change-code.ts";
import type { KnownPromoCode } from "./code-book.ts";
import { findCode } from "./find-code.ts";
import { issueCode } from "./issue-code.ts";
import { reissueCode } from "./reissue-code.ts";

const LIST = "/api/programs/{program}/codes";
const ONE = `${LIST}/{code}` as const;

const printCode = (stored: KnownPromoCode): Printed => {
  const { program, code, replaces, revision, createdAt } = stored;
  return { program, code, ...holderOf(stored), replaces, revision, createdAt };
};
const answer = (stored: KnownPromoCode, status = 200, headers: Record<string, string> = {}) => ({
  status,
  body: printCode(stored),
  headers: { ETag: etag(stored.revision), ...headers },
});
const created = (stored: KnownPromoCode) =>
  answer(stored, 201, { Location: `/api/programs/${stored.program}/codes/${encodeURIComponent(stored.code)}` });
const shows = { description: "The promo code", schema: PromoCode, headers: ["ETag"] } as const;
const made = { description: "Created", schema: PromoCode, headers: ["ETag", "Location"] } as const;

const sortKey = ({ code }: KnownPromoCode) => foldText(code);

function found(
  { known }: Rooms,
  program: string,
  { partner, search }: { partner?: string | undefined; search?: string | undefined },
) {
  const codes = partner === undefined ? known.codes.ofProgram(program) : known.codes.ofMember(program, partner);
  const wanted = foldText(search?.trim() ?? "");
  return codes
    .map((code) => ({ code, key: sortKey(code) }))
    .filter(({ key }) => key.includes(wanted))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

export const promoCodeRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: LIST,
    access: "read",
    tag: "Promo codes",
    summary: "Promo codes of a program, in alphabetical order",
    query: z.strictObject({ ...pageQuery, partner: z.string().optional(), search: z.string().max(200).optional() }),
    answers: { 200: { description: "A page of promo codes", schema: page(PromoCode) } },
    problems: ["not-found"],
    handle: async ({ params, query: { limit, cursor, ...wanted } }) => {
      await findProgram(rooms, params.program);
      const codes = found(rooms, params.program, wanted).filter(({ key }) => cursor === undefined || key > cursor);
      return {
        status: 200,
        body: pageOf(
          codes.slice(0, limit + 1),
          limit,
          ({ key }) => key,
          ({ code }) => printCode(code),
        ),
      };
    },
  }),
  route({
    method: "post",
    path: LIST,
    access: "edit",
    tag: "Promo codes",
    summary: "Give a member a promo code",
    description:
      "Left out, the code is made by the pattern; one that anybody ever had is not made again. A code is one member's as long as it counts, or will.",
    body: { ...jsonBody(NewPromoCode), example: { partner: "p-7", pattern: "{NAME}{NN}" } },
    answers: { 201: made },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body, caller }) => created(await issueCode(rooms, params.program, body, { by: caller })),
  }),
  route({
    method: "get",
    path: ONE,
    access: "read",
    tag: "Promo codes",
    summary: "One promo code",
    answers: { 200: shows },
    problems: ["not-found"],
    handle: async ({ params }) => answer(await findCode(rooms, params.program, params.code)),
  }),
  route({
    method: "get",
    path: `${ONE}/holders`,
    access: "read",
    tag: "Promo codes",
    summary: "Who had a promo code when, the newest first",
    answers: { 200: { description: "Its holders", schema: CodeHolders } },
    problems: ["not-found"],
    handle: async ({ params }) => {
      const { holding } = await findCode(rooms, params.program, params.code);
      return { status: 200, body: { items: holding.map(({ from, value }) => ({ ...value, since: from })).reverse() } };
    },
  }),
  route({
    method: "patch",
    path: ONE,
    access: "edit",
    tag: "Promo codes",
    summary: "Activate or deactivate a promo code, or change its dates, from now on",
    ifMatch: true,
    body: jsonBody(PromoCodeChange),
    answers: { 200: shows },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body, revision, caller }) =>
      answer(await changeCode(rooms, params.program, params.code, revision, body, { by: caller })),
  }),
  route({
    method: "post",
    path: `${ONE}/reissue`,
    access: "edit",
    tag: "Promo codes",
    summary: "Give its member a new code; the old one stops now, or runs out at oldUntil",
    ifMatch: true,
    body: jsonBody(Reissue),
    answers: { 201: made },
    problems: ["not-found", "conflict"],
    handle: async ({ params, body, revision, caller }) =>
      created(await reissueCode(rooms, params.program, params.code, revision, body, { by: caller })),
  }),
];
