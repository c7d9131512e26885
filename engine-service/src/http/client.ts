import { POSTBACK_KEY } from "@firstmatch/shared-types";
import type { Request } from "express";

/** What a request says of who sends it. */
export interface Client {
  /** IP address of the connection; behind a proxy, the proxy's. */
  address: string;
  /** Whether the browser came by HTTPS, here or at a proxy in front. */
  https: boolean;
  /** From "Authorization: Bearer …". */
  key: string | undefined;
  /** Of the query parameter `key`; only a route that says so takes one. */
  keysInQuery: readonly string[];
  /** The header as it came. */
  cookies: string | undefined;
  csrfToken: string | undefined;
  /** Whether a browser sends it for a page of another site. */
  crossSite: boolean;
}

/** Reads of the request only what is asked for: one part is mostly enough. */
class RequestClient implements Client {
  private readonly request: Request;

  constructor(request: Request) {
    this.request = request;
  }

  get address() {
    return this.request.socket.remoteAddress ?? "";
  }

  get https() {
    const proto = this.request.get("x-forwarded-proto")?.split(",")[0]?.trim().toLowerCase();
    return this.request.secure || proto === "https";
  }

  get key() {
    const { authorization } = this.request.headers;
    return authorization === undefined ? undefined : /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  }

  get keysInQuery() {
    return [this.request.query[POSTBACK_KEY] ?? []].flat().map(String);
  }

  get cookies() {
    return this.request.headers.cookie;
  }

  get csrfToken() {
    return this.request.get("x-csrf-token");
  }

  get crossSite() {
    return isCrossSite(this.request);
  }
}

export const clientOf = (request: Request): Client => new RequestClient(request);

/** Browsers say so of every request; older ones only name the page that it comes from. */
function isCrossSite(request: Request): boolean {
  const { "sec-fetch-site": site, origin, referer, host } = request.headers;
  if (site !== undefined) return !["same-origin", "none"].includes(String(site));
  const page = origin ?? referer;
  return page !== undefined && (!URL.canParse(page) || new URL(page).host !== host?.toLowerCase());
}
