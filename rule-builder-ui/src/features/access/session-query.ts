import { queryOptions } from "@tanstack/react-query";
import { getSession } from "../../api/session.ts";

export const sessionQuery = queryOptions({ queryKey: ["session"], queryFn: getSession });
