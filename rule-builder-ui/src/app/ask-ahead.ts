import type { QueryClient } from "@tanstack/react-query";
import { matchRoutes, type RouteObject } from "react-router";
import { draftPath } from "../api/drafts.ts";
import { askAhead } from "../api/request.ts";
import { sessionQuery } from "../features/access/session-query.ts";

/** Asks for what the page at this address will show, while the code of the page is still on its way. */
export async function askAheadFor(pathname: string, routes: RouteObject[], client: QueryClient): Promise<void> {
  const { permissions } = await client.fetchQuery(sessionQuery);
  // Others are shown something else there, and would be refused.
  if (!permissions.includes("read") || permissions.includes("own")) return;
  const { program, terms } = matchRoutes(routes, pathname)?.at(-1)?.params ?? {};
  if (program !== undefined && terms !== undefined) askAhead(draftPath(program, terms));
}
