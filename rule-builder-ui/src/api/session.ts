import type { Session } from "@firstmatch/shared-types";
import { asTold, Nothing, request, SESSION } from "./request.ts";
import { signedIn } from "./signed-in.ts";

const SessionShape = asTold<Session>();

export const getSession = () => request(SessionShape, SESSION).then(remember);

export const signIn = (body: { key: string }) =>
  request(SessionShape, SESSION, { method: "POST", body }).then(remember);

export const signOut = () => request(Nothing, SESSION, { method: "DELETE" });

function remember(session: Session): Session {
  signedIn.csrfToken = session.csrfToken;
  return session;
}
