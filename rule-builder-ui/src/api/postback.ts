import { page, RefusedPostback } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

/** The newest first. @param program null: those that name no known program */
export const listRefusedPostbacks = (program: string | null, cursor?: string | null) =>
  request(
    page(RefusedPostback),
    (program === null ? "/api/refused-postbacks" : path`/api/programs/${program}/refused-postbacks`) +
      query({ cursor }),
  );
