import type { IssuedKey, Role } from "@firstmatch/shared-types";
import { makeKey } from "../features/access/make-key.ts";
import { SOMEONE } from "../http/caller.ts";
import type { TestService } from "./test-service.ts";

export const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

/** A key, made past the door. The partner of a partner's key must be there. */
export const keyFor = ({ rooms }: TestService, role: Role, partner?: string): Promise<IssuedKey> =>
  makeKey(rooms, { name: `a key for ${role}`, role, ...(partner !== undefined && { partner }) }, { by: SOMEONE });

/** Signs in as a browser does: the cookie alone, and the headers of a write. */
export async function signIn({ send }: TestService, key: string) {
  const reply = await send("POST", "/api/session", { key });
  if (reply.status !== 200) throw new Error(reply.text);
  const setCookie = reply.headers.get("set-cookie") ?? "";
  const cookie = { Cookie: setCookie.split(";")[0] ?? "" };
  return { setCookie, cookie, csrfToken: reply.body.csrfToken as string, session: reply.body };
}

/** A partner that is there, with nothing but its name. */
export async function addPartner({ send }: TestService, id: string, headers: Record<string, string> = {}) {
  const reply = await send("POST", "/api/partners", { id, name: id }, headers);
  if (reply.status !== 201) throw new Error(reply.text);
}
