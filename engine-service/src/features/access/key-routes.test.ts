import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { addPartner, bearer, keyFor, signIn } from "../../testing/signing-in.ts";
import { ifMatch, startService, TestClock, type TestService } from "../../testing/test-service.ts";

/** A service that requires signing in, and the admin's header. */
async function started() {
  const service = await startService();
  const admin = await keyFor(service, "admin");
  return { service, admin, headers: bearer(admin.secret), ...keyDoors(service, bearer(admin.secret)) };
}

const keyDoors = ({ send }: TestService, headers: Record<string, string>) => ({
  make: (body: object) => send("POST", "/api/keys", body, headers),
  addSecret: (id: string) => send("POST", `/api/keys/${id}/secrets`, undefined, headers),
  removeSecret: (id: string, secret: string, revision: number) =>
    send("DELETE", `/api/keys/${id}/secrets/${secret}`, undefined, { ...headers, ...ifMatch(revision) }),
  remove: (id: string, revision: number) =>
    send("DELETE", `/api/keys/${id}`, undefined, { ...headers, ...ifMatch(revision) }),
  works: async (key: string) => (await send("GET", "/api/session", undefined, bearer(key))).status === 200,
});

describe("keys", () => {
  it("are shown once, when they are made, and listed without their secrets", async () => {
    const { service, headers, make } = await started();
    service.clock.advance(1_000);
    const made = await make({ name: "Tracker", role: "evaluate-only" });
    const { secret, ...key } = made.body;
    expect([made.status, made.headers.get("location"), made.headers.get("etag")]).toEqual([
      201,
      `/api/keys/${key.id}`,
      '"1"',
    ]);
    expect(secret).toMatch(/^fm_[0-9a-f]{12}_[0-9a-f]{64}$/);
    expect(key).toEqual({
      ...{ id: key.id, name: "Tracker", role: "evaluate-only", partner: null, revision: 1 },
      createdAt: "2026-11-20T10:00:01.000Z",
      secrets: [
        {
          ...{ id: expect.any(String), hint: `…${secret.slice(-4)}` },
          ...{ createdAt: "2026-11-20T10:00:01.000Z", lastUsedAt: null },
        },
      ],
    });
    const list = await service.send("GET", "/api/keys", undefined, headers);
    expect(list.body.items.map(({ name }: { name: string }) => name)).toEqual(["a key for admin", "Tracker"]);
    expect((await service.send("GET", `/api/keys/${key.id}`, undefined, headers)).body).toEqual(key);
  });

  it("are listed in pages that neither overlap nor leave one out, though made in the same moment", async () => {
    const { service, headers, make } = await started();
    for (const name of ["a", "b", "c", "d"]) await make({ name, role: "viewer" });
    const seen: string[] = [];
    for (let query = "?limit=2"; query !== ""; ) {
      const { body } = await service.send("GET", `/api/keys${query}`, undefined, headers);
      seen.push(...body.items.map(({ name }: { name: string }) => name));
      query = body.nextCursor === null ? "" : `?limit=2&cursor=${body.nextCursor}`;
    }
    expect(seen.sort()).toEqual(["a", "a key for admin", "b", "c", "d"]);
  });

  it.each([
    ["an unknown role", { name: "x", role: "owner" }, "/role"],
    ["no name", { name: " ", role: "viewer" }, "/name"],
    ["a partner's key without its partner", { name: "x", role: "partner" }, "/partner"],
    ["a partner for another role", { name: "x", role: "viewer", partner: "p-1" }, "/partner"],
    ["a partner that is not there", { name: "x", role: "partner", partner: "p-9" }, "/partner"],
    ["a field of its own", { name: "x", role: "viewer", secret: "mine" }, "/secret"],
  ])("are refused with %s", async (_what, body, pointer) => {
    const { service, headers, make } = await started();
    await addPartner(service, "p-1", headers);
    const reply = await make(body);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it("have two secrets at most, so that one can take the other's place without a gap", async () => {
    const { make, addSecret, removeSecret, works } = await started();
    const { id, secret: old, secrets } = (await make({ name: "Tracker", role: "viewer" })).body;
    const { secret: young } = (await addSecret(id)).body;
    expect([await works(old), await works(young)]).toEqual([true, true]);
    const third = await addSecret(id);
    expect([third.status, third.body.detail]).toEqual([409, expect.stringContaining("take one away first")]);
    expect((await removeSecret(id, secrets[0].id, 2)).body.secrets).toHaveLength(1);
    expect([await works(old), await works(young)]).toEqual([false, true]);
    expect((await removeSecret(id, secrets[0].id, 3)).status).toBe(404);
    expect((await addSecret(id)).status).toBe(201);
  });

  it("take renames and removals by the revision that If-Match names, and only by that", async () => {
    const { service, headers, make, remove, works } = await started();
    const { id, secret } = (await make({ name: "Tracker", role: "viewer" })).body;
    const rename = (revision: number) =>
      service.send("PATCH", `/api/keys/${id}`, { name: "Screens" }, { ...headers, ...ifMatch(revision) });
    expect((await rename(1)).body).toMatchObject({ name: "Screens", revision: 2 });
    expect([(await rename(1)).status, (await remove(id, 1)).status]).toEqual([412, 412]);
    expect(await works(secret)).toBe(true);
    expect((await remove(id, 2)).status).toBe(204);
    expect(await works(secret)).toBe(false);
    expect((await rename(2)).status).toBe(404);
  });

  it("tell when each secret was last used, to the minute", async () => {
    const { service, headers, make } = await started();
    const { id, secret } = (await make({ name: "Tracker", role: "viewer" })).body;
    const used = async () => {
      await service.send("GET", "/api/programs", undefined, bearer(secret));
      return (await service.send("GET", `/api/keys/${id}`, undefined, headers)).body.secrets[0].lastUsedAt;
    };
    await expect.poll(used).toBe("2026-11-20T10:00:00.000Z");
    service.clock.advance(59_999);
    expect(await used()).toBe("2026-11-20T10:00:00.000Z");
    service.clock.advance(1);
    await expect.poll(used).toBe("2026-11-20T10:01:00.000Z");
  });

  it("write what was done, and by whom, into the history", async () => {
    const { service, headers, make, addSecret, removeSecret, remove, admin } = await started();
    await addPartner(service, "p-1", headers);
    const { id, secrets } = (await make({ name: "Anna", role: "partner", partner: "p-1" })).body;
    await service.send("PATCH", `/api/keys/${id}`, { name: "Anna B" }, { ...headers, ...ifMatch(1) });
    const { secrets: both } = (await addSecret(id)).body;
    await removeSecret(id, secrets[0].id, 3);
    await remove(id, 4);
    const { items } = (await service.send("GET", `/api/history?thing=key&id=${id}`, undefined, headers)).body;
    const [old, young] = both.map(({ hint }: { hint: string }) => hint);
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
      'Removed the key "Anna B" with the role partner.',
      `Took away the secret ${old} of the key "Anna B".`,
      `Added the secret ${young} to the key "Anna B".`,
      'Renamed the key "Anna" to "Anna B".',
      'Made the key "Anna" with the role partner of the partner p-1.',
    ]);
    for (const item of items)
      expect(item).toMatchObject({ by: { id: admin.id, name: admin.name }, partners: ["p-1"], program: null });
    expect([items[4].before, items[4].after]).toEqual([
      null,
      { name: "Anna", role: "partner", partner: "p-1", secrets: [old] },
    ]);
    expect([items[1].before, items[1].after]).toEqual([{ secrets: [old, young] }, { secrets: [young] }]);
  });
});

describe("the last admin key", () => {
  it("cannot go, nor its last secret; beside another one, it can", async () => {
    const { admin, addSecret, remove, removeSecret, works } = await started();
    const first = admin.secrets[0]?.id as string;
    for (const reply of [await remove(admin.id, 1), await removeSecret(admin.id, first, 1)])
      expect([reply.status, reply.body.detail]).toEqual([409, expect.stringContaining("Make another admin key first")]);
    const young = (await addSecret(admin.id)).body.secret;
    expect((await removeSecret(admin.id, first, 2)).status).toBe(200);
    expect([await works(admin.secret), await works(young)]).toEqual([false, true]);
  });

  it("is another one, once there is another one", async () => {
    const { service, admin, make, remove } = await started();
    const { id, secret } = (await make({ name: "Bo", role: "admin" })).body;
    expect((await remove(admin.id, 1)).status).toBe(204);
    expect((await keyDoors(service, bearer(secret)).remove(id, 1)).status).toBe(409);
  });

  it("may go where the environment has one", async () => {
    const adminKey = "an-admin-key-of-the-environment-1";
    const service = await startService({ adminKey });
    const { id } = await keyFor(service, "admin");
    const { remove } = keyDoors(service, bearer(adminKey));
    expect((await remove(id, 1)).status).toBe(204);
    expect((await service.send("GET", "/api/programs")).status).toBe(401);
  });
});

describe.each(ENGINES)("keys in two processes: %s", (_engine, engine) => {
  async function two() {
    const open = await engine();
    const clock = new TestClock();
    const one = await startService({ storage: open(), clock });
    const admin = await keyFor(one, "admin");
    const other = await startService({ storage: open(), clock });
    return { clock, one, other, admin, headers: bearer(admin.secret) };
  }

  it("agree on sessions, and on keys from the next look on", async () => {
    const { one, other, headers } = await two();
    const { secret, id } = await keyFor(one, "viewer");
    const { cookie, csrfToken } = await signIn(one, secret);
    const asked = async (service: TestService, sent: Record<string, string>) =>
      (await service.send("GET", "/api/programs", undefined, sent)).status;
    await other.rooms.refresher.look();
    expect([await asked(other, bearer(secret)), await asked(other, cookie)]).toEqual([200, 200]);
    const second = await signIn(other, secret);
    await one.send("DELETE", "/api/session", undefined, { ...cookie, "X-CSRF-Token": csrfToken });
    await other.rooms.refresher.look();
    expect([await asked(one, cookie), await asked(other, cookie)]).toEqual([401, 401]);
    expect([await asked(one, second.cookie), await asked(other, second.cookie)]).toEqual([200, 200]);
    await one.send("DELETE", `/api/keys/${id}`, undefined, { ...headers, ...ifMatch(1) });
    expect([await asked(one, bearer(secret)), await asked(one, second.cookie)]).toEqual([401, 401]);
    await other.rooms.refresher.look();
    expect([await asked(other, bearer(secret)), await asked(other, second.cookie)]).toEqual([401, 401]);
  });

  it("never lose their last admin, though each takes away the other's", async () => {
    const { one, other } = await two();
    for (let round = 0; round < 5; round++) {
      const keys = await Promise.all([keyFor(one, "admin"), keyFor(one, "admin")]);
      await other.rooms.refresher.look();
      const list = (await one.send("GET", "/api/keys", undefined, bearer(keys[0].secret))).body.items;
      for (const { id, revision, role } of list)
        if (role === "admin" && keys.every((key) => key.id !== id))
          await one.send("DELETE", `/api/keys/${id}`, undefined, { ...bearer(keys[0].secret), ...ifMatch(revision) });
      const take = (service: TestService, by: string, id: string) =>
        service.send("DELETE", `/api/keys/${id}`, undefined, { ...bearer(by), ...ifMatch(1) });
      const [first, second] = keys;
      const replies = await Promise.all([take(one, first.secret, second.id), take(other, second.secret, first.id)]);
      const statuses = replies.map(({ status }) => status);
      expect(statuses.filter((status) => status === 204)).toHaveLength(1);
      expect(statuses.find((status) => status !== 204)).toBeOneOf([401, 409]);
      await Promise.all([one.rooms.refresher.look(), other.rooms.refresher.look()]);
      for (const service of [one, other]) {
        const works = await Promise.all(
          keys.map(async ({ secret }) => (await service.send("GET", "/api/keys", undefined, bearer(secret))).status),
        );
        expect(works.sort()).toEqual([200, 401]);
      }
    }
  });
});
