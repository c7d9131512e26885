import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../testing/breakable-storage.ts";
import { ENGINES } from "../testing/engines.ts";
import { MEMBERS, memberPath } from "../testing/member-doors.ts";
import {
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  startService,
  type TestService,
} from "../testing/test-service.ts";

const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

/** One write over another, in every room that records. `at` is the revision that it goes over. */
const ROOMS: Record<
  string,
  { thing: string; write: (service: TestService, at: number) => ReturnType<TestService["send"]> }
> = {
  program: {
    thing: "thing=program&id=acme",
    write: ({ send }, at) => send("PATCH", "/api/programs/acme", { name: `Acme ${at}` }, ifMatch(at)),
  },
  draft: {
    thing: "thing=terms&id=standard",
    // A draft begins at revision 1, and the program came with it.
    write: ({ send }, at) => send("PUT", `${STANDARD}/draft`, saleTerms(`${20 + at}`), ifMatch(at + 1)),
  },
  "personal payout": {
    thing: "thing=personal-payout&id=standard%2Fsale%2Fanna",
    write: ({ send }, at) => send("PUT", `${PERSONAL}/anna`, personalPayout("anna", "p-7", `${20 + at}`), ifMatch(at)),
  },
  partner: {
    thing: "thing=partner&id=p-7",
    write: ({ send }, at) => send("PATCH", "/api/partners/p-7", { name: `Anna ${at}` }, ifMatch(at)),
  },
  member: {
    thing: "thing=member&id=p-7",
    write: ({ send }, at) => send("PATCH", memberPath("p-7"), { active: at % 2 === 0 }, ifMatch(at)),
  },
};

describe.each(ENGINES)("a change and its line in the history: %s", (_engine, engine) => {
  async function begun() {
    const open = await engine();
    const storage = new BreakableStorage(open());
    const { service } = await startedWithProgram({ storage });
    await service.send("POST", "/api/partners", { id: "p-7", name: "Anna" });
    await service.send("POST", MEMBERS, { partner: "p-7" });
    await service.send("POST", PERSONAL, personalPayout("anna", "p-7", "1"));
    /** Another process, or this one after a restart. */
    const restart = () => startService({ storage: open(), clock: service.clock });
    return { storage, service, restart };
  }
  const lines = async ({ send }: TestService, thing: string): Promise<{ id: string; sentence: string }[]> =>
    (await send("GET", `/api/history?${thing}&limit=100`)).body.items;

  describe.each(Object.entries(ROOMS))("of a %s", (_room, { thing, write }) => {
    it("is there though the copy failed, and exactly once after the next start, however often that looks", async () => {
      const { storage, service, restart } = await begun();
      const before = await lines(service, thing);
      storage.refusing.add("history");
      expect((await write(service, 1)).status).toBe(200);
      expect(await lines(service, thing)).toEqual(before);
      const other = await restart();
      for (let looks = 0; looks < 3; looks++) await other.rooms.catchUp.look();
      const after = await lines(other, thing);
      expect([after.length, after.slice(1)]).toEqual([before.length + 1, before]);
    });

    it("goes over no line that the history lacks: first that one is copied, else nothing is written", async () => {
      const { storage, service, restart } = await begun();
      const before = await lines(service, thing);
      storage.refusing.add("history");
      await write(service, 1);
      expect((await write(service, 2)).status).toBe(503);
      // By whom it is written makes no difference.
      const other = await restart();
      expect((await write(other, 2)).status).toBe(200);
      storage.refusing.clear();
      expect((await write(service, 3)).status).toBe(200);
      expect(await lines(service, thing)).toHaveLength(before.length + 3);
    });
  });

  it("is found though the answer to the write was lost", async () => {
    const { storage, service } = await begun();
    storage.losesAnswers = true;
    expect((await ROOMS.partner?.write(service, 1))?.status).toBe(503);
    storage.losesAnswers = false;
    await service.rooms.catchUp.look();
    expect((await lines(service, "thing=partner&id=p-7")).map(({ sentence }) => sentence)).toEqual([
      "Anna is called Anna 1",
      "Anna is a partner now",
    ]);
  });

  it("leaves no line when it was refused", async () => {
    const { service } = await begun();
    const all = () => lines(service, "");
    const before = await all();
    for (const { write } of Object.values(ROOMS)) expect((await write(service, 7)).status).toBe(412);
    expect((await service.send("POST", "/api/partners", { id: "p-7", name: "Again" })).status).toBe(409);
    expect(await all()).toEqual(before);
  });

  it("is one line for each of many who write at once, in two processes", async () => {
    const { service, restart } = await begun();
    const services = [service, await restart()];
    let at = 1;
    for (let round = 0; round < 5; round++) {
      const replies = await Promise.all(
        Array.from({ length: 10 }, (_, nth) =>
          (services[nth % 2] as TestService).send(
            "PATCH",
            "/api/partners/p-7",
            { name: `${round} ${nth}` },
            ifMatch(at),
          ),
        ),
      );
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      at += 1;
    }
    expect(await lines(service, "thing=partner&id=p-7")).toHaveLength(at);
  });

  it("is mended when the outage is over, without a restart", async () => {
    const { storage, service } = await begun();
    await service.rooms.catchUp.look();
    service.clock.advance(3_600_000);
    storage.refusing.add("history");
    await ROOMS.member?.write(service, 1);
    await service.rooms.catchUp.look();
    storage.refusing.clear();
    service.clock.advance(60_000);
    await service.rooms.catchUp.look();
    expect(service.logged.filter((line) => line.includes('"mended":1'))).toHaveLength(1);
    expect(await lines(service, "thing=member&id=p-7")).toHaveLength(2);
  });
});
