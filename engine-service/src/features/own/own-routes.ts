import { Own } from "@firstmatch/shared-types";
import { notAllowed } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { ownThings } from "./own-things.ts";

export const ownRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/own",
    access: "own",
    tag: "Own",
    summary: "What is a partner's own",
    description:
      "Its programs; what it is paid there, in sentences, by the version in force now; its promo codes and links. Private payout groups are left out, and so is what only others are paid.",
    answers: { 200: { description: "The own things of the key's partner", schema: Own } },
    problems: ["not-found", "unavailable"],
    handle: async ({ caller }) => {
      if (caller.partner === null) throw notAllowed("This is for partners; sign in with a partner's key.");
      return { status: 200, body: await ownThings(rooms, caller.partner) };
    },
  }),
];
