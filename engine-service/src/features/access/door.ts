import { may, PERMISSIONS, type Permission, ROLES, type Role } from "@firstmatch/shared-types";
import { type Caller, SOMEONE } from "../../http/caller.ts";
import type { Client } from "../../http/client.ts";
import { notAllowed, notSignedIn, Problem } from "../../http/problem.ts";
import { type Door, isWrite } from "../../http/route.ts";
import type { Access, Known } from "./access.ts";

/** What every request passes before anything else of it is read: who it is, and whether the route is for it. */
export const door =
  (access: Access): Door =>
  (route, client) => {
    const { access: permission } = route;
    if (permission === "public") return undefined;
    const known =
      route.keyInQuery && client.keysInQuery.length > 0 ? byAddress(access, client) : access.identify(client);
    if (known === null)
      throw notSignedIn("Nobody is signed in. Sign in on the screens, or send a key: Authorization: Bearer fm_…");
    if (!may(known.caller.role, permission)) throw notAllowed(missing(known.caller, permission));
    if (isWrite(route)) checkOwnSite(access, known, client);
    return known.caller;
  };

/** An address is written into logs and told to others, so the key in it must be of little use to whoever finds it. */
function byAddress(access: Access, client: Client): Known {
  const [key = "", ...more] = client.keysInQuery;
  if (more.length > 0 || client.key !== undefined)
    throw new Problem("malformed-request", "The key was sent twice; send it once, as Authorization or in the query.");
  const known = access.byKey(key, client.address);
  const { name, role } = known.caller;
  if (role !== "tracker")
    throw notAllowed(
      `In an address only a key of the role tracker is taken, since addresses are written into logs. "${name}" has the role ${role}: make a tracker's key on the Access screen, and take this secret away.`,
    );
  return known;
}

/** A page of another site can make a browser send a request along with the session, or to this machine. */
export function checkOwnSite(access: Access, { caller, session }: Known, client: Client): void {
  if (session !== null && !access.sessions.isCsrfToken(session, client.csrfToken))
    throw notAllowed(
      `With a session, a write needs the header X-CSRF-Token with the csrfToken that GET /api/session answers; ${client.csrfToken === undefined ? "none was sent" : "the one sent is not this session's"}.`,
    );
  if (caller === SOMEONE && client.crossSite)
    throw notAllowed("While there is no sign-in, pages of other sites may change nothing here.");
}

function missing({ name, role }: Caller, permission: Permission): string {
  const roles = Object.keys(ROLES).filter((each) => may(each as Role, permission));
  return `"${name}" has the role ${role}. This takes the permission ${permission}: "${PERMISSIONS[permission]}" Roles that have it: ${roles.join(", ")}.`;
}
