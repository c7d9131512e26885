import { ROLES, Session, SignIn } from "@firstmatch/shared-types";
import { jsonBody, type Route, route } from "../../http/route.ts";
import { endedCookie, sessionCookie } from "../../http/session-cookie.ts";
import type { Rooms } from "../../wire.ts";
import type { Access, Known } from "./access.ts";
import { checkOwnSite } from "./door.ts";

const PATH = "/api/session";

const print = (access: Access, known: Known | null): Session => ({
  signIn: access.signIn,
  caller: known?.caller ?? null,
  permissions: known === null ? [] : [...ROLES[known.caller.role]],
  csrfToken: known?.session ? access.sessions.csrfToken(known.session) : null,
});

export const sessionRoutes = ({ access, log }: Rooms): Route[] => [
  route({
    method: "get",
    path: PATH,
    access: "public",
    tag: "Access",
    summary: "Who is asking, and what they may do",
    description:
      "`signIn` is off while there is no admin key and only this machine reaches the service: anyone may do everything.",
    answers: { 200: { description: "The caller; null for nobody", schema: Session } },
    problems: ["not-signed-in", "too-many-attempts"],
    handle: ({ client }) => ({ status: 200, body: print(access, access.identify(client)) }),
  }),
  route({
    method: "post",
    path: PATH,
    access: "public",
    tag: "Access",
    summary: "Sign in with a key",
    description:
      "The session is a cookie that no script can read, for twelve hours. It ends when the key's secret is taken away.",
    body: { ...jsonBody(SignIn), example: { key: "fm_…" } },
    answers: { 200: { description: "Signed in", schema: Session, headers: ["Set-Cookie"] } },
    problems: ["not-signed-in", "too-many-attempts"],
    handle: ({ body, client }) => {
      const { caller, secret } = access.byKey(body.key.trim(), client.address);
      const session = access.sessions.begin(caller.id, secret);
      log.info({ key: caller.id, address: client.address }, "signed in");
      return {
        status: 200,
        body: print(access, { caller, secret, session }),
        headers: { "Set-Cookie": sessionCookie(access.sessions.print(session), client.https) },
      };
    },
  }),
  route({
    method: "delete",
    path: PATH,
    access: "public",
    tag: "Access",
    summary: "Sign out",
    description: "The session ends for good, also for whoever kept the cookie.",
    answers: { 204: { description: "Signed out", headers: ["Set-Cookie"] } },
    problems: ["not-signed-in", "not-allowed", "too-many-attempts"],
    handle: async ({ client }) => {
      const known = access.identify(client);
      if (known !== null) checkOwnSite(access, known, client);
      if (known?.session) await access.ended.end(known.session);
      return { status: 204, headers: { "Set-Cookie": endedCookie(client.https) } };
    },
  }),
];
