import { Link, type LinkChange, type NewLink, page } from "@firstmatch/shared-types";
import { path, query, request } from "./request.ts";

const linksPath = (program: string) => path`/api/programs/${program}/links`;

export const listLinks = (program: string, partner: string, cursor?: string | null) =>
  request(page(Link), linksPath(program) + query({ partner, cursor }));

export const addLink = (program: string, body: NewLink) => request(Link, linksPath(program), { method: "POST", body });

export const changeLink = (program: string, id: string, revision: number, body: LinkChange) =>
  request(Link, linksPath(program) + path`/${id}`, { method: "PATCH", body, ifMatch: revision });

/** Where a link is called from the outside: it leads on to the shop while it is active. */
export const linkAddress = (id: string): string => `${window.location.origin}/r/${encodeURIComponent(id)}`;
