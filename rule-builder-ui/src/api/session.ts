import { Session } from "@firstmatch/shared-types";
import { Nothing, request, SESSION } from "./request.ts";
import { signedIn } from "./signed-in.ts";

export const getSession = () => request(Session, SESSION).then(remember);

export const signIn = (body: { key: string }) => request(Session, SESSION, { method: "POST", body }).then(remember);

export const signOut = () => request(Nothing, SESSION, { method: "DELETE" });

function remember(session: Session): Session {
  signedIn.csrfToken = session.csrfToken;
  return session;
}
