import { z } from "zod";
import { unavailable } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";

const DEGRADED =
  "The store cannot be reached: published versions still decide, changes are refused, and old versions may be out of reach.";

/** Told only where something is amiss. */
const Clicks = z.object({ waiting: z.int(), lost: z.int() });

export const healthRoutes = ({ known, clicks: { late } }: Rooms): Route[] => [
  route({
    method: "get",
    path: "/healthz",
    access: "public",
    tag: "Health",
    summary: "Whether the process lives",
    answers: { 200: { description: "It does", schema: z.object({ status: z.literal("alive") }) } },
    handle: () => ({ status: 200, body: { status: "alive" } }),
  }),
  route({
    method: "get",
    path: "/readyz",
    access: "public",
    tag: "Health",
    summary: "Whether it can decide",
    answers: {
      200: {
        description: "It can; degraded: from what it knows, while the store is away",
        schema: z.object({
          status: z.enum(["ready", "degraded"]),
          detail: z.string().optional(),
          clicks: Clicks.optional().describe("Those that wait for the store, and those that were lost since the start"),
        }),
      },
    },
    problems: ["unavailable"],
    handle: () => {
      if (known.readiness === "starting") throw unavailable("The published versions are not read yet.");
      const state = known.readiness === "ready" ? { status: "ready" } : { status: "degraded", detail: DEGRADED };
      const amiss = late.size + late.lost > 0 && { clicks: { waiting: late.size, lost: late.lost } };
      return { status: 200, body: { ...state, ...amiss } };
    },
  }),
];
