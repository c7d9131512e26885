import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { addPartner, bearer, keyFor, signIn } from "../../testing/signing-in.ts";
import { doors, startService, type TestService, temporaryStorage } from "../../testing/test-service.ts";
import { COUNTED_FOR_MS, FAILED_AT_MOST } from "./failed-attempts.ts";
import { newKeyText } from "./key-text.ts";

const ADMIN_KEY = "an-admin-key-of-the-environment-1";
const WRONG = newKeyText("0123456789ab");

/** With a Host header of one's own, which fetch does not allow. */
function hosted({ url }: TestService, host: string, path = "/api/programs"): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });
}

describe("the door", () => {
  it("says how to come in, and which roles may", async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    const nobody = await service.send("GET", "/api/programs");
    expect([nobody.status, nobody.body.type, nobody.headers.get("www-authenticate")]).toEqual([
      401,
      "/problems/not-signed-in",
      "Bearer",
    ]);
    expect(nobody.body.detail).toContain("Authorization: Bearer");
    const { secret } = await keyFor(service, "viewer");
    const viewer = await service.send("POST", "/api/programs", {}, bearer(secret));
    expect([viewer.status, viewer.body.detail]).toEqual([
      403,
      '"a key for viewer" has the role viewer. This takes the permission publish: "Publish versions and change programs." Roles that have it: admin, publisher.',
    ]);
  });

  it("refuses before it reads: neither a broken body nor a wrong type tells anything", async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    expect((await service.send("POST", "/api/programs", "{", { "Content-Type": "text/plain" })).status).toBe(401);
    expect((await service.send("POST", "/evaluate", "{}\n", { "Content-Type": "application/x-ndjson" })).status).toBe(
      401,
    );
  });

  it("takes only the Bearer scheme, in any case", async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    const status = async (Authorization: string) =>
      (await service.send("GET", "/api/programs", undefined, { Authorization })).status;
    expect(await status(`bearer ${ADMIN_KEY}`)).toBe(200);
    expect(await status(ADMIN_KEY)).toBe(401);
    expect(await status(`Basic ${Buffer.from(`admin:${ADMIN_KEY}`).toString("base64")}`)).toBe(401);
    expect(await status(`Bearer ${ADMIN_KEY} ${ADMIN_KEY}`)).toBe(401);
  });

  it("refuses a wrong key also while there is no sign-in, so that a mistake shows before it matters", async () => {
    const service = await startService();
    expect((await service.send("GET", "/api/programs", undefined, bearer(WRONG))).status).toBe(401);
    expect((await service.send("GET", "/api/programs", undefined, { Cookie: "firstmatch-session=old" })).status).toBe(
      200,
    );
    const { secret } = await keyFor(service, "viewer");
    expect((await service.send("POST", "/api/programs", {}, bearer(secret))).status).toBe(403);
  });

  it("asks for sign-in from the moment on that there is an admin key", async () => {
    const service = await startService();
    expect((await service.send("GET", "/api/session")).body.signIn).toBe("off");
    await keyFor(service, "publisher");
    expect((await service.send("GET", "/api/programs")).status).toBe(200);
    const made = await service.send("POST", "/api/keys", { name: "Ana", role: "admin" });
    expect((await service.send("GET", "/api/programs")).status).toBe(401);
    expect((await service.send("GET", "/api/programs", undefined, bearer(made.body.secret))).status).toBe(200);
  });

  it("lets the environment's key in, and its session until it is replaced", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const service = await startService({ storage, adminKey: ADMIN_KEY });
    const { cookie, session } = await signIn(service, ADMIN_KEY);
    expect(session.caller).toEqual({
      ...{ id: "environment", name: "admin key of the environment" },
      ...{ role: "admin", partner: null },
    });
    const restarted = await startService({ storage, adminKey: ADMIN_KEY });
    expect((await restarted.send("GET", "/api/keys", undefined, cookie)).status).toBe(200);
    const replaced = await startService({ storage, adminKey: `${ADMIN_KEY}2` });
    expect((await replaced.send("GET", "/api/keys", undefined, cookie)).status).toBe(401);
  });

  it("knows keys and sessions while the store is away, and nobody new before it was read", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const service = await startService({ storage, adminKey: ADMIN_KEY });
    const { secret } = await keyFor(service, "evaluate-only");
    storage.away = true;
    const evaluate = (headers: Record<string, string>, at = service) =>
      at.send("POST", "/evaluate", { program: "acme", eventType: "sale" }, headers);
    expect((await evaluate(bearer(secret))).status).toBe(404);
    expect((await evaluate(bearer(WRONG))).status).toBe(401);
    const { cookie } = await signIn(service, secret);
    expect((await service.send("GET", "/api/session", undefined, cookie)).body.caller.role).toBe("evaluate-only");
    for (const mayBeOpen of [true, false]) {
      const starting = await startService({ storage, mayBeOpen });
      const replies = [await evaluate({}, starting), await evaluate(bearer(secret), starting)];
      expect(replies.map(({ status }) => status)).toEqual([503, 503]);
    }
  });
});

describe("wrong keys", () => {
  const wrong = (service: TestService, key = WRONG) => service.send("POST", "/api/session", { key });

  it(`shut their address out after ${FAILED_AT_MOST}, for a minute, and say for how long`, async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    for (let at = 0; at < FAILED_AT_MOST; at++) expect((await wrong(service, `${ADMIN_KEY}${at}`)).status).toBe(401);
    expect(service.logged.filter((line) => line.includes("a wrong key was sent"))).toHaveLength(FAILED_AT_MOST);
    service.clock.advance(COUNTED_FOR_MS - 1_500);
    for (const reply of [
      await wrong(service),
      await wrong(service, ADMIN_KEY),
      await service.send("GET", "/api/programs", undefined, bearer(ADMIN_KEY)),
    ])
      expect([reply.status, reply.body.type, reply.headers.get("retry-after")]).toEqual([
        429,
        "/problems/too-many-attempts",
        "2",
      ]);
    service.clock.advance(1_500);
    expect((await wrong(service, ADMIN_KEY)).status).toBe(200);
  });

  it("shut out neither made keys nor sessions: nobody can guess those", async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    const { cookie } = await signIn(service, ADMIN_KEY);
    const { secret } = await keyFor(service, "viewer");
    for (let at = 0; at <= FAILED_AT_MOST; at++) await wrong(service);
    expect((await service.send("GET", "/api/programs", undefined, bearer(secret))).status).toBe(200);
    expect((await service.send("GET", "/api/programs", undefined, cookie)).status).toBe(200);
    expect((await wrong(service, secret)).status).toBe(200);
  });

  it("are neither requests without a key nor those that a role may not", async () => {
    const service = await startService({ adminKey: ADMIN_KEY });
    const { secret } = await keyFor(service, "viewer");
    for (let at = 0; at <= FAILED_AT_MOST; at++) {
      await service.send("GET", "/api/programs");
      await service.send("GET", "/api/keys", undefined, bearer(secret));
    }
    expect((await wrong(service, ADMIN_KEY)).status).toBe(200);
  });
});

describe("while there is no sign-in", () => {
  it.each(["localhost", "LOCALHOST:3000", "127.0.0.1:3000", "[::1]:3000"])(
    "this machine's name %s will do",
    async (host) => {
      expect(await hosted(await startService(), host)).toBe(200);
    },
  );

  it.each(["firstmatch.example", "127.0.0.1.example.org:3000", "192.168.1.2", "localhost.evil.example"])(
    "the name %j will not, on any route (DNS rebinding, proxies)",
    async (host) => {
      const service = await startService();
      for (const path of ["/api/programs", "/api/session", "/", "/openapi.json"])
        expect([path, await hosted(service, host, path)]).toEqual([path, 403]);
    },
  );

  it("any name will do once there is a key", async () => {
    expect(await hosted(await startService({ adminKey: ADMIN_KEY }), "firstmatch.example")).toBe(401);
  });

  it.each(["cross-site", "same-site"])("a page of another site may change nothing: %s", async (site) => {
    const service = await startService();
    const from = { "Sec-Fetch-Site": site };
    for (const [method, path] of [
      ["POST", "/api/keys/x/secrets"],
      ["DELETE", "/api/keys/x"],
      ["POST", "/evaluate"],
    ] as const)
      expect((await service.send(method, path, undefined, from)).status).toBe(403);
    const own = await service.send("POST", "/api/keys/x/secrets", undefined, { "Sec-Fetch-Site": "same-origin" });
    expect(own.status).toBe(404);
  });

  it.each([
    [{ Origin: "https://evil.example" }, 403],
    [{ Origin: "null" }, 403],
    [{ Origin: "http://127.0.0.1:1" }, 403],
    [{ Origin: "OWN" }, 404],
    [{ Origin: "OWN", Referer: "https://evil.example/" }, 404],
    [{ Referer: "https://evil.example/page" }, 403],
    [{ Referer: "OWN/programs" }, 404],
    [{ "Sec-Fetch-Site": "same-origin", Origin: "https://evil.example" }, 404],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "OWN" }, 403],
    [{}, 404],
  ])("where a browser names only the page it comes from, that counts: %o is answered %i", async (from, status) => {
    const service = await startService();
    const headers = Object.entries(from).map(([name, value]) => [name, value.replace("OWN", service.url)]);
    const reply = await service.send("POST", "/api/keys/x/secrets", undefined, Object.fromEntries(headers));
    expect(reply.status).toBe(status);
  });
});

describe("a key", () => {
  it("is in no answer but the one that made it, in no log, and nowhere in the store", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const service = await startService({ storage, adminKey: ADMIN_KEY });
    await addPartner(service, "p-1", bearer(ADMIN_KEY));
    await doors(service).createProgram();
    const made = await keyFor(service, "admin");
    const partner = await keyFor(service, "partner", "p-1");
    const more = (await service.send("POST", `/api/keys/${made.id}/secrets`, undefined, bearer(made.secret))).body;
    const { cookie, csrfToken } = await signIn(service, made.secret);
    const texts = [made, partner, more].map(({ secret }) => secret).concat(ADMIN_KEY, WRONG);
    const seen: string[] = [];
    for (const key of texts) {
      for (const path of [
        "/api/keys",
        `/api/keys/${made.id}`,
        "/api/history",
        "/api/session",
        "/api/own",
        "/openapi.json",
      ])
        seen.push((await service.send("GET", path, undefined, bearer(key))).text);
      for (const body of [{ key }, { key, more: key }, { key: [key] }, key])
        seen.push((await service.send("POST", "/api/session", body)).text);
      if (key !== ADMIN_KEY)
        seen.push((await service.send("GET", `/api/keys/${key}`, undefined, bearer(made.secret))).text);
      seen.push((await service.send("POST", "/api/programs", {}, { Authorization: `Basic ${key}` })).text);
    }
    storage.away = true;
    seen.push((await service.send("GET", "/api/keys", undefined, bearer(made.secret))).text);
    storage.away = false;
    for (const name of ["keys", "history", "key-uses", "admin-keys", "ended-sessions", "signing-secrets"])
      seen.push(JSON.stringify(await storage.collection(name).find({})));
    const said = seen.concat(service.logged).join("\n");
    expect(said).toContain(made.id);
    for (const text of texts) expect(said).not.toContain(text.slice(-40));
    for (const text of [cookie.Cookie.slice(-20), csrfToken]) expect(service.logged.join("\n")).not.toContain(text);
  });
});
