import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { MEMBERS, memberDoors, startedWithPartner } from "../../testing/member-doors.ts";
import { doors, ifMatch, startService } from "../../testing/test-service.ts";

const HOUR = 3_600_000;

describe.each(ENGINES)("two managers, each at a service of their own, on one store: %s", (_engine, engine) => {
  async function two() {
    const open = await engine();
    const { service: first } = await startedWithPartner({ storage: open() });
    const second = await startService({ storage: open(), clock: first.clock });
    const services = [first, second] as const;
    /** The same by both, over and over, at the same time. */
    const race = (ask: (door: ReturnType<typeof memberDoors>, at: number) => Promise<{ status: number }>) =>
      Promise.all(
        Array.from({ length: 10 }, async (_, at) => (await ask(memberDoors(services[(at % 2) as 0 | 1]), at)).status),
      );
    const look = async () => {
      for (const { rooms } of services) await rooms.refresher.look();
    };
    const names = async (query: string) => {
      const { body } = await second.send("GET", `${MEMBERS}${query}`);
      return body.items.map(({ partner }: { partner: { name: string } }) => partner.name);
    };
    return { open, first, second, race, look, names, clock: first.clock, ...memberDoors(first) };
  }
  const sorted = (statuses: number[]) => statuses.sort((one, other) => one - other);

  it("make a partner a member once", async () => {
    const { race, member } = await two();
    expect(sorted(await race((door) => door.join("p-7", { terms: "gold" })))).toEqual([201, ...Array(9).fill(409)]);
    expect((await member("p-7")).body).toMatchObject({ terms: "gold", revision: 1 });
  });

  it("make one who had left a member again once", async () => {
    const { race, join, leave, member } = await two();
    await join("p-7");
    await leave("p-7", 1);
    expect(sorted(await race((door) => door.join("p-7")))).toEqual([201, ...Array(9).fill(409)]);
    expect((await member("p-7")).body.revision).toBe(3);
  });

  it("change a member one after the other: who was slower is told, and nothing is half done", async () => {
    const { race, join, second } = await two();
    await join("p-7");
    const statuses = await race((door, at) =>
      at % 5 === 0
        ? door.leave("p-7", 1)
        : door.change("p-7", 1, at % 2 === 0 ? { active: false, until: "2027-01-01T00:00:00Z" } : { terms: "gold" }),
    );
    const [won, ...lost] = sorted(statuses);
    expect([200, 204]).toContain(won);
    for (const status of lost) expect([404, 412]).toContain(status);
    const { status, body } = await memberDoors(second).member("p-7");
    if (won === 204) expect(status).toBe(404);
    else
      expect([body.revision, body.active, body.until !== null]).toEqual([
        2,
        body.terms === "gold",
        body.terms === null,
      ]);
  });

  it("add and change a partner once", async () => {
    const { race, first, second } = await two();
    expect(sorted(await race((door) => door.addPartner("p-8")))).toEqual([201, ...Array(9).fill(409)]);
    const replies = await Promise.all(
      [first, second].map(({ send }) => send("PATCH", "/api/partners/p-8", { tags: ["VIP"] }, ifMatch(1))),
    );
    expect(sorted(replies.map(({ status }) => status))).toEqual([200, 412]);
  });

  it("list and decide by each other's changes after the next look, a planned move at its moment", async () => {
    const { join, change, look, names, second, clock, first } = await two();
    await join("p-7");
    await change("p-7", 1, { terms: "gold", termsFrom: new Date(clock.now().getTime() + HOUR).toISOString() });
    await look();
    expect([await names("?terms=default"), await names("?terms=gold")]).toEqual([["Anna Lopez"], []]);
    const paid = async () => (await doors(second).evaluate({ partnerId: "p-7" })).body.payout;
    expect(await paid()).toBe("10.00");
    clock.advance(HOUR);
    expect([await names("?terms=default"), await names("?terms=gold"), await paid()]).toEqual([
      [],
      ["Anna Lopez"],
      "20.00",
    ]);
    await first.send("PATCH", "/api/partners/p-7", { name: "Anna Perez" }, ifMatch(1));
    await look();
    expect(await names("?search=perez")).toEqual(["Anna Perez"]);
  });

  it("find everything again after a start", async () => {
    const { open, join, change, first, clock } = await two();
    await join("p-7", { terms: "gold", until: "2027-01-01T00:00:00Z" });
    await change("p-7", 1, { active: false });
    const before = (await first.send("GET", MEMBERS)).body;
    const again = await startService({ storage: open(), clock });
    expect((await again.send("GET", MEMBERS)).body).toEqual(before);
  });
});
