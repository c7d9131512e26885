import { z } from "zod";
import { unavailable } from "../../http/problem.ts";
import { type Route, route } from "../../http/route.ts";
import type { Rooms } from "../../wire.ts";

const DEGRADED =
  "The store cannot be reached: published versions still decide, changes are refused, and old versions may be out of reach.";

export const healthRoutes = ({ known }: Rooms): Route[] => [
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
        schema: z.object({ status: z.enum(["ready", "degraded"]), detail: z.string().optional() }),
      },
    },
    problems: ["unavailable"],
    handle: () => {
      if (known.readiness === "starting") throw unavailable("The published versions are not read yet.");
      return {
        status: 200,
        body: known.readiness === "ready" ? { status: "ready" } : { status: "degraded", detail: DEGRADED },
      };
    },
  }),
];
