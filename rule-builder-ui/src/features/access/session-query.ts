import { queryOptions } from "@tanstack/react-query";
import { getSession } from "../../api/session.ts";

/** Asked for before the page that shows it is there, which need not ask again. */
export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: getSession, refetchOnMount: false });
