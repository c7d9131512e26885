import { createHmac } from "node:crypto";
import { ROLES } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SESSION_LASTS_MS } from "../../http/session-cookie.ts";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { addPartner, bearer, keyFor, signIn } from "../../testing/signing-in.ts";
import { ifMatch, startService, TestClock, temporaryStorage } from "../../testing/test-service.ts";
import { Sessions } from "./sessions.ts";

const SEED = 20261121;

async function started() {
  const service = await startService();
  const { secret, id } = await keyFor(service, "admin");
  const read = async (headers: Record<string, string>) =>
    (await service.send("GET", "/api/programs", undefined, headers)).status;
  return { service, secret, id, read };
}

const NEW_PROGRAM = { id: "acme", name: "Acme", currency: "USD", timezone: "UTC" };

describe("a session", () => {
  it("is a cookie that no script and no other site's request can have", async () => {
    const { service, secret } = await started();
    const { setCookie } = await signIn(service, secret);
    expect(setCookie).toMatch(/^firstmatch-session=[\w-]+\.[\w-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const https = await service.send("POST", "/api/session", { key: secret }, { "X-Forwarded-Proto": "https" });
    expect(https.headers.get("set-cookie")).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
  });

  it("tells who is signed in and what they may do; without one, only that signing in is required", async () => {
    const { service, secret, id } = await started();
    const { cookie, csrfToken, session } = await signIn(service, secret);
    expect(session).toEqual({
      signIn: "required",
      caller: { id, name: "a key for admin", role: "admin", partner: null },
      permissions: [...ROLES.admin],
      csrfToken,
    });
    expect((await service.send("GET", "/api/session", undefined, cookie)).body).toEqual(session);
    const nobody = { signIn: "required", caller: null, permissions: [], csrfToken: null };
    expect((await service.send("GET", "/api/session")).body).toEqual(nobody);
    const byKey = await service.send("GET", "/api/session", undefined, bearer(secret));
    expect(byKey.body).toEqual({ ...session, csrfToken: null });
  });

  it("takes a key with the blanks and line ends that copying brings along", async () => {
    const { service, secret } = await started();
    expect((await service.send("POST", "/api/session", { key: ` ${secret}\n` })).status).toBe(200);
  });

  it("is over after twelve hours", async () => {
    const { service, secret, read } = await started();
    const { cookie } = await signIn(service, secret);
    service.clock.advance(SESSION_LASTS_MS - 1);
    expect(await read(cookie)).toBe(200);
    service.clock.advance(1);
    expect(await read(cookie)).toBe(401);
  });

  it("is over when its secret is taken away, while the key's other secret goes on", async () => {
    const { service, secret, id, read } = await started();
    const old = await signIn(service, secret);
    const { secret: young, secrets } = (
      await service.send("POST", `/api/keys/${id}/secrets`, undefined, bearer(secret))
    ).body;
    const other = await signIn(service, young);
    const path = `/api/keys/${id}/secrets/${secrets[0].id}`;
    await service.send("DELETE", path, undefined, { ...bearer(young), ...ifMatch(2) });
    expect([await read(old.cookie), await read(other.cookie)]).toEqual([401, 200]);
  });

  it("is over for good when signed out of, also for a cookie that was kept; other sessions go on", async () => {
    const { service, secret, read } = await started();
    const [mine, other] = [await signIn(service, secret), await signIn(service, secret)];
    const headers = { ...mine.cookie, "X-CSRF-Token": mine.csrfToken };
    const out = await service.send("DELETE", "/api/session", undefined, headers);
    expect([out.status, out.headers.get("set-cookie")]).toEqual([
      204,
      "firstmatch-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
    ]);
    expect([await read(mine.cookie), await read(other.cookie)]).toEqual([401, 200]);
    expect((await service.send("DELETE", "/api/session", undefined, headers)).status).toBe(204);
  });

  it("goes on through a restart, signed out of or not", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const before = await startService({ storage });
    const { secret } = await keyFor(before, "admin");
    const [kept, ended] = [await signIn(before, secret), await signIn(before, secret)];
    await before.send("DELETE", "/api/session", undefined, { ...ended.cookie, "X-CSRF-Token": ended.csrfToken });
    const after = await startService({ storage });
    const write = ({ cookie, csrfToken }: typeof kept) =>
      after.send("POST", "/api/programs", NEW_PROGRAM, { ...cookie, "X-CSRF-Token": csrfToken });
    expect([(await write(ended)).status, (await write(kept)).status]).toEqual([401, 201]);
  });

  it("that was signed out of is forgotten when it would be over anyway", async () => {
    const { service, secret } = await started();
    const end = async () => {
      const { cookie, csrfToken } = await signIn(service, secret);
      await service.send("DELETE", "/api/session", undefined, { ...cookie, "X-CSRF-Token": csrfToken });
    };
    await end();
    service.clock.advance(SESSION_LASTS_MS + 1);
    await end();
    expect(await service.rooms.sessions.all()).toHaveLength(1);
  });

  it(`is refused with whatever is changed in its cookie (seed ${SEED})`, async () => {
    const sessions = new Sessions("a secret", new TestClock().now);
    const text = sessions.print(sessions.begin("key", "secret"));
    expect(sessions.read(text)).toMatchObject({ key: "key", secret: "secret" });
    const place = fc.nat({ max: text.length - 1 });
    const changed = fc.oneof(
      fc
        .tuple(place, fc.string({ minLength: 1, maxLength: 1 }))
        .map(([at, by]) => text.slice(0, at) + by + text.slice(at + 1)),
      place.map((at) => text.slice(0, at)),
      fc.string({ minLength: 1 }).map((more) => text + more),
      fc.string(),
    );
    fc.assert(
      fc.property(changed, (other) => {
        fc.pre(other !== text);
        expect(sessions.read(other)).toBeUndefined();
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });

  it("is refused when somebody else signed it, or signed it as something else", async () => {
    const { service, secret, id, read } = await started();
    const { cookie } = await signIn(service, secret);
    const [said = ""] = cookie.Cookie.replace("firstmatch-session=", "").split(".");
    const session = JSON.parse(Buffer.from(said, "base64url").toString());
    expect(session).toMatchObject({ key: id });
    const longer = Buffer.from(JSON.stringify({ ...session, until: session.until + 1 })).toString("base64url");
    const forged = [
      `${said}.`,
      `.${said}`,
      `${said}.${createHmac("sha256", "").update(`session\n${said}`).digest("base64url")}`,
      `${longer}.${cookie.Cookie.split(".")[1]}`,
      new Sessions("another secret", service.clock.now).print(session),
    ];
    for (const text of forged)
      expect([text, await read({ Cookie: `firstmatch-session=${text}` })]).toEqual([text, 401]);
  });
});

describe("a write by session", () => {
  it("needs the session's own token; another session's, or one changed, will not do", async () => {
    const { service, secret } = await started();
    const { cookie, csrfToken } = await signIn(service, secret);
    const other = await signIn(service, secret);
    const create = (token?: string) =>
      service.send("POST", "/api/programs", NEW_PROGRAM, { ...cookie, ...(token && { "X-CSRF-Token": token }) });
    for (const token of [undefined, other.csrfToken, `${csrfToken}x`, csrfToken.slice(1), cookie.Cookie]) {
      const reply = await create(token);
      expect([token, reply.status, reply.body.type]).toEqual([token, 403, "/problems/not-allowed"]);
    }
    expect((await create(csrfToken)).status).toBe(201);
  });

  it("is what the key that is sent along may, when there is one", async () => {
    const { service, secret } = await started();
    const { cookie, csrfToken } = await signIn(service, secret);
    const viewer = await keyFor(service, "viewer");
    const headers = { ...cookie, "X-CSRF-Token": csrfToken, ...bearer(viewer.secret) };
    expect((await service.send("POST", "/api/programs", NEW_PROGRAM, headers)).status).toBe(403);
  });
});

describe("a partner's session", () => {
  it("says whose it is", async () => {
    const { service, secret } = await started();
    await addPartner(service, "p-1", bearer(secret));
    const { session } = await signIn(service, (await keyFor(service, "partner", "p-1")).secret);
    expect(session).toMatchObject({ caller: { role: "partner", partner: "p-1" }, permissions: ["own"] });
  });
});
