import type { Decision } from "@firstmatch/shared-types";
import { asTold, request } from "./request.ts";

/** Tries an event on a terms document that need not be stored anywhere; always explained. */
export const simulate = (body: unknown): Promise<Decision> =>
  request(asTold<Decision>(), "/simulate", { method: "POST", body });
