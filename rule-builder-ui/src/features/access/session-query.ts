import { queryOptions } from "@tanstack/react-query";
import { isProblem } from "../../api/problem-error.ts";
import { getSession } from "../../api/session.ts";
import { SIGN_IN_OFF } from "./session.ts";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: () =>
    getSession().catch((error: unknown) => {
      if (isProblem(error, 404)) return SIGN_IN_OFF;
      throw error;
    }),
});
