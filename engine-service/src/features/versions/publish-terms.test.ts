import { describe, expect, it } from "vitest";
import {
  doors,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  startService,
} from "../../testing/test-service.ts";

const versionAt = (evaluate: ReturnType<typeof doors>["evaluate"]) => async (occurredAt?: string) =>
  (await evaluate(occurredAt === undefined ? {} : { occurredAt })).body.terms.version;

describe("publishing", () => {
  it("makes the draft the next version, in force from now on", async () => {
    const { service, put, evaluate } = await startedWithProgram();
    service.clock.advance(60_000);
    const published = await put(saleTerms("20"), { note: "Better" });
    expect([published.status, published.headers.get("location")]).toEqual([201, `${STANDARD}/versions/2`]);
    expect(published.body).toEqual({
      ...{ version: 2, author: "Ana", note: "Better", draftRevision: 3 },
      ...{ publishedAt: "2026-11-20T10:01:00.000Z", inForceFrom: "2026-11-20T10:01:00.000Z" },
    });
    expect((await evaluate()).body).toMatchObject({ terms: { id: "standard", version: 2 }, payout: "20.00" });
    const { items } = (await service.send("GET", `${STANDARD}/versions`)).body;
    expect(items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect((await service.send("GET", `${STANDARD}/versions/1`)).body.terms).toEqual(saleTerms("10"));
  });

  it("decides an event by the version of its own moment; the first covers all time before", async () => {
    const { service, put, evaluate } = await startedWithProgram();
    const version = versionAt(evaluate);
    for (const percent of ["20", "30"]) {
      service.clock.advance(60_000);
      await put(saleTerms(percent));
    }
    expect(await version("1999-12-31T23:59:59Z")).toBe(1);
    expect(await version("2026-11-20T10:00:59.999Z")).toBe(1);
    expect(await version("2026-11-20T11:01:00+01:00")).toBe(2);
    expect(await version("2026-11-20T10:01:59.999Z")).toBe(2);
    expect(await version("2026-11-20T10:02:00Z")).toBe(3);
    expect(await version("2030-01-01T00:00:00Z")).toBe(3);
  });

  it("may name a later moment, and never an earlier one", async () => {
    const { service, put, publish, evaluate } = await startedWithProgram();
    const version = versionAt(evaluate);
    const early = await put(saleTerms("20"), { inForceFrom: "2026-11-20T09:59:59Z" });
    expect([early.status, early.body.errors[0].pointer]).toEqual([422, "/inForceFrom"]);
    const { body } = await publish(3, { inForceFrom: "2026-12-01T00:00:00-05:00" });
    expect(body.inForceFrom).toBe("2026-12-01T05:00:00.000Z");
    expect([await version(), await version("2026-12-01T04:59:59Z"), await version("2026-12-01T05:00:00Z")]).toEqual([
      1, 1, 2,
    ]);
    service.clock.advance(12 * 86_400_000);
    expect(await version()).toBe(2);
  });

  it("of a version for now does not push aside one that was named for later", async () => {
    const { service, put, evaluate } = await startedWithProgram();
    const version = versionAt(evaluate);
    await put(saleTerms("20"), { inForceFrom: "2026-12-01T00:00:00Z" });
    service.clock.advance(60_000);
    await put(saleTerms("30"));
    expect([await version(), await version("2026-12-02T00:00:00Z")]).toEqual([3, 2]);
  });

  it("lets one of many win", async () => {
    const { saveDraft, publish, service } = await startedWithProgram();
    await saveDraft(2, saleTerms("20"));
    const replies = await Promise.all(Array.from({ length: 20 }, (_, at) => publish(3, { author: `a${at}` })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
    expect((await service.send("GET", `${STANDARD}/versions`)).body.items).toHaveLength(2);
  });

  it("needs the draft as it stands, and a draft that was not published yet", async () => {
    const { saveDraft, publish, service } = await startedWithProgram();
    const again = await publish(2);
    expect([again.status, again.body.detail]).toEqual([409, "This draft was published already, as version 1 by Ana."]);
    await saveDraft(2, saleTerms("20"));
    expect((await publish(2)).status).toBe(412);
    expect((await service.send("POST", `${STANDARD}/publish`, { author: "Ana", note: "" })).status).toBe(428);
  });

  it("is refused while the draft has no event types", async () => {
    const service = await startService();
    await doors(service).createProgram();
    const reply = await doors(service).publish(1);
    expect([reply.status, reply.body.detail]).toEqual([422, expect.stringContaining("no event types yet")]);
  });

  it("is refused when a personal payout could not be paid at the draft's level", async () => {
    const { service, put } = await startedWithProgram();
    const perClick = personalPayout("anna", "p-7", "1");
    const payout = { model: "CPC", partner: { fixed: "1" } };
    await service.send("POST", `${STANDARD}/events/sale/personal-payouts`, {
      ...perClick,
      event: { type: "payout", params: { payout } },
    });
    const reply = await put(saleTerms("10", { level: "item" }));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, "/events/0/level"]);
    expect(reply.body.detail).toContain('personal payout "anna"');
  });

  it("is seen whole or not at all by those who ask meanwhile, and a moment's answer never changes", async () => {
    const { service, put, evaluate } = await startedWithProgram();
    const answers: { occurredAt: string; payout: string }[] = [];
    let publishing = true;
    const ask = async () => {
      while (publishing) {
        const { body } = await evaluate();
        expect(body.payout).toBe(`${body.terms.version * 10}.00`);
        answers.push({ occurredAt: body.occurredAt, payout: body.payout });
      }
    };
    const asking = Promise.all([ask(), ask(), ask()]);
    for (let version = 2; version <= 12; version++) {
      service.clock.advance(version % 2);
      await put(saleTerms(String(version * 10)));
      service.clock.advance(1);
      expect((await evaluate()).body.terms.version).toBe(version);
    }
    publishing = false;
    await asking;
    for (const { occurredAt, payout } of answers) expect((await evaluate({ occurredAt })).body.payout).toBe(payout);
  });
});

describe("versions", () => {
  it("are listed in pages, the newest first", async () => {
    const { service, put } = await startedWithProgram();
    for (const percent of ["20", "30", "40"]) await put(saleTerms(percent));
    const first = (await service.send("GET", `${STANDARD}/versions?limit=3`)).body;
    const second = (await service.send("GET", `${STANDARD}/versions?limit=3&cursor=${first.nextCursor}`)).body;
    const numbers = [...first.items, ...second.items].map(({ version }) => version);
    expect([numbers, second.nextCursor]).toEqual([[4, 3, 2, 1], null]);
    expect(first.items[0]).not.toHaveProperty("terms");
  });

  it("never change: there is no door that would", async () => {
    const { service } = await startedWithProgram();
    for (const method of ["PUT", "PATCH", "DELETE", "POST"])
      expect((await service.send(method, `${STANDARD}/versions/1`, {}, ifMatch(1))).status).toBe(405);
  });
});
