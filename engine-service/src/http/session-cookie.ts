import { parseCookie, stringifySetCookie } from "cookie";
/** How long a session lasts. */
export const SESSION_LASTS_MS = 12 * 60 * 60 * 1000;

export const SESSION_COOKIE = "firstmatch-session";

export const sessionIn = (cookies: string | undefined): string | undefined =>
  cookies === undefined ? undefined : parseCookie(cookies)[SESSION_COOKIE];

const attributes = (https: boolean) =>
  ({ path: "/", httpOnly: true, sameSite: "strict", ...(https && { secure: true }) }) as const;

/** @param https whether the browser came by it; a Secure cookie over plain HTTP would never be sent back */
export const sessionCookie = (text: string, https: boolean): string =>
  stringifySetCookie(SESSION_COOKIE, text, { ...attributes(https), maxAge: SESSION_LASTS_MS / 1_000 });

export const endedCookie = (https: boolean): string =>
  stringifySetCookie(SESSION_COOKIE, "", { ...attributes(https), maxAge: 0 });
