import { REFUSED_POSTBACKS_KEPT } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { BreakableStorage } from "../../testing/breakable-storage.ts";
import { ENGINES } from "../../testing/engines.ts";
import { startedWithProgram, temporaryStorage } from "../../testing/test-service.ts";

const LIST = "/api/programs/acme/refused-postbacks";
const NOWHERE = "/api/refused-postbacks";

describe.each(ENGINES)("refused postbacks: %s", (_engine, engine) => {
  async function started() {
    const acme = await startedWithProgram({ storage: (await engine())() });
    const { service } = acme;
    /** Until it is written, since a busy machine may be late. */
    const written = () => expect.poll(() => service.rooms.refusedPostbacks.late.size, { timeout: 30_000 }).toBe(0);
    const get = async (query: string) => {
      const reply = await service.send("GET", `/postback?${query}`);
      await written();
      return reply;
    };
    const items = async (path: string) => (await service.send("GET", path)).body.items;
    return { ...acme, get, items, written };
  }

  it("are kept with what came and what was wrong", async () => {
    const { get, items } = await started();
    const refused = await get("program=acme&event=sale&amount=ten&amount=11");
    expect(await items(LIST)).toEqual([
      {
        id: expect.any(String),
        ...{ program: "acme", at: "2026-11-20T10:00:00.000Z", firstAt: "2026-11-20T10:00:00.000Z", times: 1 },
        ...{ method: "GET", by: "Someone on this machine", body: null },
        parameters: [
          { name: "program", value: "acme" },
          { name: "event", value: "sale" },
          { name: "amount", value: "ten" },
          { name: "amount", value: "11" },
        ],
        problem: refused.body,
      },
    ]);
  });

  it("stand with their program, or where none is known with the others of no program", async () => {
    const { service, get, items } = await started();
    await get("program=acme&event=lead");
    await get("program=acmee&event=sale");
    await get("event=sale");
    await get("program=acme&program=acme");
    const named = async (path: string) =>
      (await items(path)).map(({ parameters }: { parameters: { value: string }[] }) =>
        parameters.map(({ value }) => value).join(" "),
      );
    expect(new Set(await named(LIST))).toEqual(new Set(["acme lead", "acme acme"]));
    expect(new Set(await named(NOWHERE))).toEqual(new Set(["acmee sale", "sale"]));
    expect((await service.send("GET", "/api/programs/nothing/refused-postbacks")).status).toBe(404);
  });

  it("are counted where the same comes again, and move to the top", async () => {
    const { service, get, items } = await started();
    await get("program=acme&event=sale&amount=1");
    await get("program=acme&event=sale&amount=2x");
    service.clock.advance(1_000);
    await get("program=acme&event=sale&amount=3x");
    service.clock.advance(1_000);
    await get("program=acme&event=sale&amount=2x");
    const [newest, other, ...more] = await items(LIST);
    expect([newest, other, more]).toMatchObject([
      { times: 2, firstAt: "2026-11-20T10:00:00.000Z", at: "2026-11-20T10:00:02.000Z" },
      { times: 1, at: "2026-11-20T10:00:01.000Z" },
      [],
    ]);
  });

  it("are kept of a body that cannot be read, and of an order that came with another amount", async () => {
    const { service, get, items, written } = await started();
    const form = { "Content-Type": "application/json" };
    await service.send("POST", "/postback?program=acme", '{"amount": 5,', form);
    await written();
    service.clock.advance(1);
    await get("program=acme&event=sale&order_id=o-1&amount=1");
    await get("program=acme&event=sale&order_id=o-1&amount=2");
    expect(await items(LIST)).toMatchObject([
      { problem: { status: 409 }, body: null },
      { problem: { status: 400 }, body: '{"amount": 5,', parameters: [{ name: "program" }], method: "POST" },
    ]);
  });

  it("come in pages, the newest first, and long values are cut", async () => {
    const { service, get } = await started();
    for (const name of ["a", "b", "c"]) {
      await get(`program=acme&event=sale&amount=${name}&city=${"x".repeat(3_000)}`);
      service.clock.advance(1);
    }
    const amounts = (body: { items: { parameters: { value: string }[] }[] }) =>
      body.items.map(({ parameters }) => parameters[2]?.value);
    const first = (await service.send("GET", `${LIST}?limit=2`)).body;
    expect(amounts(first)).toEqual(["c", "b"]);
    expect(first.items[0].parameters[3].value).toBe(`${"x".repeat(2_048)}…`);
    const second = (await service.send("GET", `${LIST}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([amounts(second), second.nextCursor]).toEqual([["a"], null]);
  });

  it(`are the newest ${REFUSED_POSTBACKS_KEPT.toLocaleString("en")} at most`, async () => {
    const { service, written } = await started();
    const { documents } = service.rooms.refusedPostbacks;
    const over = 40;
    for (let at = 0; at < REFUSED_POSTBACKS_KEPT + over; at += 40) {
      const amounts = Array.from({ length: 40 }, (_, more) => `x${at + more}`);
      await Promise.all(
        amounts.map((amount) => service.send("GET", `/postback?program=acme&event=sale&amount=${amount}`)),
      );
      service.clock.advance(1);
    }
    await written();
    expect(await documents.countDocuments({})).toBe(REFUSED_POSTBACKS_KEPT);
    const values = (await documents.find({})).flatMap(({ parameters }) => parameters.map(({ value }) => value));
    expect(values).not.toContain("x0");
    expect(values).toContain(`x${over}`);
  });
});

describe("refused postbacks, while the store is away", () => {
  it("are answered 503 and kept as soon as it is back", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service } = await startedWithProgram({ storage });
    storage.away = true;
    const sent = await service.send("GET", "/postback?program=acme&event=sale&amount=100");
    expect(sent.status).toBe(503);
    storage.away = false;
    const kept = async () => (await service.send("GET", LIST)).body.items;
    await expect.poll(kept, { timeout: 10_000 }).toMatchObject([{ problem: { status: 503 }, times: 1 }]);
  });

  it("are counted once where only the answer got lost", async () => {
    const storage = new BreakableStorage(await temporaryStorage());
    const { service } = await startedWithProgram({ storage });
    storage.losesAnswers = true;
    await service.send("GET", "/postback?program=acme&event=sale&amount=ten");
    storage.losesAnswers = false;
    await expect.poll(() => service.rooms.refusedPostbacks.late.size, { timeout: 10_000 }).toBe(0);
    expect((await service.send("GET", LIST)).body.items).toMatchObject([{ times: 1 }]);
  });
});
