import type { Decision } from "@firstmatch/shared-types";
import { request } from "./request.ts";

/** Tries an event on a terms document that need not be stored anywhere; always explained. */
export const simulate = (body: unknown): Promise<Decision> =>
  request(DecisionShape, "/simulate", { method: "POST", body });

/** Made by the same version of shared-types on the other side, and only shown: no schema is kept for it. */
const DecisionShape = { parse: (answer: unknown) => answer as Decision };
