import { describe, expect, it } from "vitest";
import { ENGINES } from "./testing/engines.ts";
import { memberDoors } from "./testing/member-doors.ts";
import {
  doors,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startService,
  TestClock,
} from "./testing/test-service.ts";

const PERSONAL = `${STANDARD}/events/sale/personal-payouts`;

describe.each(ENGINES)("two services on one store: %s", (_engine, engine) => {
  async function two() {
    const open = await engine();
    const clock = new TestClock();
    const first = await startService({ storage: open(), clock });
    await doors(first).createProgram();
    await doors(first).put(saleTerms("10"));
    clock.advance(1_000);
    const second = await startService({ storage: open(), clock });
    return { clock, services: [first, second] as const };
  }
  const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();

  it("let one of many publishers win, and both decide by that version", async () => {
    const { services, clock } = await two();
    await doors(services[0]).saveDraft(2, saleTerms("20"));
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) => doors(services[(at % 2) as 0 | 1]).publish(3)),
    );
    expect(statuses(replies)).toEqual([201, ...Array(11).fill(409)]);
    clock.advance(1);
    for (const service of services) {
      await service.rooms.refresher.look();
      expect((await doors(service).evaluate()).body.payout).toBe("20.00");
    }
  });

  it("lose no draft", async () => {
    const { services } = await two();
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) => doors(services[(at % 2) as 0 | 1]).saveDraft(2, saleTerms(`${at}`))),
    );
    expect(statuses(replies)).toEqual([200, ...Array(11).fill(412)]);
    const kept = replies.find(({ status }) => status === 200)?.body;
    for (const service of services) expect(await doors(service).draft()).toEqual(kept);
  });

  it("give a coupon code to one personal payout", async () => {
    const { services } = await two();
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        services[(at % 2) as 0 | 1].send("POST", PERSONAL, personalPayout(`p${at}`, "p", "1", "CODE")),
      ),
    );
    expect(statuses(replies)).toEqual([201, ...Array(11).fill(409)]);
  });

  it("make a program once", async () => {
    const { services } = await two();
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, at) => doors(services[(at % 2) as 0 | 1]).createProgram("new")),
    );
    expect(statuses(replies)).toEqual([201, ...Array(11).fill(409)]);
  });

  it("decide by each other's partners, members, codes and program settings after the next look", async () => {
    const { services, clock } = await two();
    const [first, second] = services;
    const { addPartner, join, change } = memberDoors(first);
    const write = async (reply: Promise<{ status: number; text: string }>) => {
      const { status, text } = await reply;
      if (status >= 300) throw new Error(text);
      clock.advance(1);
    };
    const asked = async (event: object) => {
      await second.rooms.refresher.look();
      return (await doors(second).evaluate(event)).body;
    };
    await write(addPartner("p-7"));
    await write(join("p-7"));
    await write(first.send("POST", "/api/programs/acme/codes", { partner: "p-7", code: "SUMMER" }));
    expect(await asked({ promoCode: "SUMMER" })).toMatchObject({ partnerId: "p-7", payout: "10.00" });
    await write(change("p-7", 1, { active: false }));
    expect(await asked({ partnerId: "p-7" })).toMatchObject({ reason: "not-active", payout: "0.00" });
    await write(change("p-7", 2, { active: true }));
    expect(await asked({ partnerId: "p-7" })).toMatchObject({ reason: null, payout: "10.00" });
    await write(first.send("PATCH", "/api/partners/p-7", { status: "inactive" }, ifMatch(1)));
    expect(await asked({ partnerId: "p-7" })).toMatchObject({ reason: "not-active" });
    await write(first.send("PATCH", "/api/programs/acme", { access: "members-only" }, ifMatch(1)));
    expect(await asked({ partnerId: "p-8" })).toMatchObject({ reason: "not-a-member" });
  });
});
