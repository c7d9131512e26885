import { CapUse } from "@firstmatch/shared-types";
import { z } from "zod";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";
import { usedUp } from "./used-up.ts";

export const usageRoutes = (rooms: Rooms): Route[] => [
  route({
    method: "get",
    path: "/api/programs/{program}/usage",
    access: "read",
    tag: "Programs",
    summary: "What of a program's caps is used up, in the period that it is now",
    description:
      "Conversions count in the periods that they occurred in; what is reversed is given back. Periods are those of the program's time zone.",
    answers: {
      200: { description: "The caps, in the program's order", schema: z.object({ items: z.array(CapUse) }) },
    },
    problems: ["not-found"],
    handle: async ({ params }) => ({ status: 200, body: { items: await usedUp(rooms, params.program) } }),
  }),
];
