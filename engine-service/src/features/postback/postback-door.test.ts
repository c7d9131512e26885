import { ROLES, type Role } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { addPartner, bearer, keyFor, signIn } from "../../testing/signing-in.ts";
import { startedWithProgram, temporaryStorage } from "../../testing/test-service.ts";
import { FAILED_AT_MOST } from "../access/failed-attempts.ts";

const SALE = "/postback?program=acme&event=sale&amount=100&conversion_id=c-1";

async function started({ signedIn = true } = {}) {
  const storage = new BreakableStorage(await temporaryStorage());
  const acme = await startedWithProgram({ storage });
  const { service } = acme;
  await addPartner(service, "p-1");
  const admin = signedIn ? await keyFor(service, "admin") : undefined;
  const get = (path: string, headers: Record<string, string> = {}) => service.send("GET", path, undefined, headers);
  const count = () => service.rooms.conversions.conversions.documents.countDocuments({});
  return { ...acme, storage, admin, get, count };
}

describe("the door of the postback", () => {
  it("takes a tracker's key from the query", async () => {
    const { service, get, count } = await started();
    const { secret, id } = await keyFor(service, "tracker");
    expect((await get(`${SALE}&key=${secret}`)).status).toBe(200);
    expect((await service.send("POST", `${SALE}&key=${secret}`)).status).toBe(200);
    expect(await service.rooms.conversions.find("acme", "c-1")).toMatchObject({ by: { id } });
    expect(await count()).toBe(1);
  });

  it.each(Object.keys(ROLES).filter((role) => role !== "tracker") as Role[])(
    "takes no key of the role %s from the query, and says what would be right",
    async (role) => {
      const { service, get, count } = await started();
      const { secret } = await keyFor(service, role, role === "partner" ? "p-1" : undefined);
      const refused = await get(`${SALE}&key=${secret}`);
      expect([refused.status, refused.body.detail]).toEqual([
        403,
        `In an address only a key of the role tracker is taken, since addresses are written into logs. "a key for ${role}" has the role ${role}: make a tracker's key on the Access screen, and take this secret away.`,
      ]);
      expect(await count()).toBe(0);
    },
  );

  it("takes a key from the query nowhere else", async () => {
    const { service, get } = await started();
    const { secret } = await keyFor(service, "tracker");
    const { secret: reader } = await keyFor(service, "viewer");
    for (const path of ["/api/programs", "/api/refused-postbacks"])
      expect((await get(`${path}?key=${reader}`)).status).toBe(401);
    const sale = { conversionId: "c-1", program: "acme", eventType: "sale" };
    expect((await service.send("POST", `/conversions?key=${secret}`, sale)).status).toBe(401);
  });

  it("takes no wrong key, none sent twice, and nobody without one", async () => {
    const { service, get, count } = await started();
    const { secret } = await keyFor(service, "tracker");
    expect((await get(SALE)).status).toBe(401);
    expect((await get(`${SALE}&key=`)).status).toBe(401);
    expect((await get(`${SALE}&key=${secret}0`)).status).toBe(401);
    expect((await get(`${SALE}&key=${secret}&key=${secret}`)).status).toBe(400);
    expect((await get(`${SALE}&key=${secret}`, bearer(secret))).status).toBe(400);
    expect(await count()).toBe(0);
  });

  it("counts wrong keys in the query as it does others", async () => {
    const { get } = await started();
    for (let at = 0; at < FAILED_AT_MOST; at++) await get(`${SALE}&key=wrong`);
    expect((await get(`${SALE}&key=wrong`)).status).toBe(429);
  });

  it("lets nothing be recorded by a session alone, as an image of another page would", async () => {
    const { service, get, admin, count } = await started();
    const { cookie, csrfToken } = await signIn(service, admin?.secret ?? "");
    const refused = await get(SALE, cookie);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("X-CSRF-Token")]);
    expect(await count()).toBe(0);
    expect((await get(SALE, { ...cookie, "X-CSRF-Token": csrfToken })).status).toBe(200);
  });

  it("lets pages of other sites record nothing while there is no sign-in", async () => {
    const { get, count } = await started({ signedIn: false });
    for (const site of ["cross-site", "same-site"])
      expect((await get(SALE, { "Sec-Fetch-Site": site })).status).toBe(403);
    expect(await count()).toBe(0);
    expect((await get(SALE, { "Sec-Fetch-Site": "none" })).status).toBe(200);
  });

  it("writes the key into no log and no store, wherever it was put by mistake", async () => {
    const { service, storage, get, admin } = await started();
    const { secret } = await keyFor(service, "tracker");
    const other = (await keyFor(service, "tracker")).secret;
    const asTracker = bearer(secret);
    for (const mistake of [`api_key=${other}`, `amount=${other}`, `${other}=1`, `Key=plain-words-of-a-key`])
      expect((await get(`${SALE}&${mistake}`, asTracker)).status).toBe(422);
    for (const [body, type] of [
      [`key=plain-words-of-a-key`, "application/x-www-form-urlencoded"],
      [`{"key":"plain-words-of-a-key"`, "application/json"],
      [`key=${other}`, "application/json"],
    ])
      await service.send("POST", "/postback?program=acme", body, { ...asTracker, "Content-Type": String(type) });
    expect((await get(`${SALE}&key=${secret}`)).status).toBe(200);
    await expect.poll(() => service.rooms.refusedPostbacks.late.size, { timeout: 30_000 }).toBe(0);
    const kept = [service.logged.join("\n")];
    for (const name of ["conversions", "refused-postbacks", "journals", "ledger"])
      kept.push(JSON.stringify(await storage.collection(name).find({})));
    const list = await get("/api/programs/acme/refused-postbacks", bearer(admin?.secret ?? ""));
    expect(list.body.items).toHaveLength(7);
    for (const text of [...kept, list.text])
      for (const key of [secret, other, "plain-words-of-a-key"]) expect(text).not.toContain(key.slice(-18));
  });
});
