import { type IssuedKey, may, PERMISSIONS, ROLES, type Role } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { routesOf } from "../../app.ts";
import { isWrite, type Route, route } from "../../http/route.ts";
import { addPartner, bearer, keyFor, signIn } from "../../testing/signing-in.ts";
import { startService, type TestService } from "../../testing/test-service.ts";
import { COUNTED_FOR_MS } from "./failed-attempts.ts";

const EVERY_ROLE = Object.keys(ROLES) as Role[];

/** Ids that nothing has, and no body: who may come in learns that something is missing, who may not learns only that. */
const addressOf = ({ path }: Route) => path.replaceAll(/\{\w+\}/g, "x");

const verdict = (status: number) => (status === 401 || status === 403 ? status : "in");

const isSignOut = ({ method, path }: Route) => method === "delete" && path === "/api/session";

/** All that are mounted; signing out comes last, since it would leave nobody to try the others. */
const everyRoute = ({ rooms }: TestService) =>
  routesOf(rooms).sort((one, other) => Number(isSignOut(one)) - Number(isSignOut(other)));

/** What each route answered, beside what it should. */
async function tried(
  service: TestService,
  headers: Record<string, string>,
  expected: (route: Route) => ReturnType<typeof verdict>,
) {
  const answered: Record<string, unknown> = {};
  const wanted: Record<string, unknown> = {};
  for (const each of everyRoute(service)) {
    const forms = [{}, ...Object.keys(each.body?.alsoAs ?? {}).map((type) => ({ "Content-Type": type }))];
    for (const form of forms) {
      const name = [each.method, each.path, ...Object.values(form)].join(" ");
      // How often a wrong key may be tried is another test's question.
      service.clock.advance(COUNTED_FOR_MS);
      const reply = await service.send(each.method.toUpperCase(), addressOf(each), undefined, { ...headers, ...form });
      answered[name] = verdict(reply.status);
      wanted[name] = expected(each);
    }
  }
  return { answered, wanted };
}

const asRole = (role: Role) => (each: Route) => (may(role, each.access) ? "in" : 403);
const asNobody = (each: Route) => (each.access === "public" ? "in" : 401);
/** The session's own route says that the key is wrong. */
const asWrongKey = (each: Route) => (each.path === "/api/session" && each.method !== "post" ? 401 : asNobody(each));
const withoutToken = (role: Role) => (each: Route) =>
  isSignOut(each) || (each.access !== "public" && isWrite(each)) ? 403 : asRole(role)(each);

/** With a key of each role; an admin's is among them, so signing in is required. */
async function withKeys() {
  const service = await startService();
  await addPartner(service, "p-1");
  const keys = new Map<Role, IssuedKey>();
  for (const role of EVERY_ROLE) keys.set(role, await keyFor(service, role, role === "partner" ? "p-1" : undefined));
  return { service, keyOf: (role: Role) => keys.get(role) as IssuedKey };
}

describe("every route", () => {
  it("is in the matrix, and every permission is asked for", async () => {
    const { service } = await withKeys();
    expect(everyRoute(service).length).toBeGreaterThan(50);
    const asked = new Set(everyRoute(service).map(({ access }) => access));
    expect([...asked].sort()).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it("says whom it is for, or does not compile", () => {
    const answers = {};
    const spec = { method: "get", path: "/x", tag: "", summary: "", answers, handle: () => ({ status: 204 }) } as const;
    // @ts-expect-error without access nobody would know
    expect(() => route(spec)).not.toThrow();
    expect(route({ ...spec, access: "read" }).access).toBe("read");
  });

  it.each(EVERY_ROLE)("takes the keys of the roles that may, and no other: %s", async (role) => {
    const { service, keyOf } = await withKeys();
    const { answered, wanted } = await tried(service, bearer(keyOf(role).secret), asRole(role));
    expect(answered).toEqual(wanted);
  });

  it.each(EVERY_ROLE)("takes the sessions of the roles that may, a write only with the token: %s", async (role) => {
    const { service, keyOf } = await withKeys();
    const { cookie, csrfToken } = await signIn(service, keyOf(role).secret);
    const bare = await tried(service, cookie, withoutToken(role));
    expect(bare.answered).toEqual(bare.wanted);
    const { answered, wanted } = await tried(service, { ...cookie, "X-CSRF-Token": csrfToken }, asRole(role));
    expect(answered).toEqual(wanted);
  });

  it("that is not public takes nobody", async () => {
    const { service } = await withKeys();
    const { answered, wanted } = await tried(service, {}, asNobody);
    expect(answered).toEqual(wanted);
  });

  it("that is not public takes no key that was taken away, and no session of it", async () => {
    const { service, keyOf } = await withKeys();
    const { id, secret } = await keyFor(service, "admin");
    const { cookie, csrfToken } = await signIn(service, secret);
    const headers = { ...bearer(keyOf("admin").secret), "If-Match": '"1"' };
    expect((await service.send("DELETE", `/api/keys/${id}`, undefined, headers)).status).toBe(204);
    const byKey = await tried(service, bearer(secret), asWrongKey);
    expect(byKey.answered).toEqual(byKey.wanted);
    const bySession = await tried(service, { ...cookie, "X-CSRF-Token": csrfToken }, asNobody);
    expect(bySession.answered).toEqual(bySession.wanted);
  });

  it("takes everybody as an admin while there is no sign-in", async () => {
    const { answered, wanted } = await tried(await startService(), {}, asRole("admin"));
    expect(answered).toEqual(wanted);
  });

  it("that is not public takes nobody where the service may not be open, admin key or not", async () => {
    const { answered, wanted } = await tried(await startService({ mayBeOpen: false }), {}, asNobody);
    expect(answered).toEqual(wanted);
  });
});

describe("a partner's key", () => {
  it("opens what is the partner's own, and nothing else that is not for anyone", async () => {
    const { service, keyOf } = await withKeys();
    const { answered } = await tried(service, bearer(keyOf("partner").secret), asRole("partner"));
    const open = everyRoute(service).filter(({ access, method, path }) => {
      return access !== "public" && answered[`${method} ${path}`] === "in";
    });
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "get /api/own",
      "get /api/own/programs/{program}/conversions",
      "get /api/own/programs/{program}/conversions.csv",
      "get /api/own/programs/{program}/report",
    ]);
  });
});
