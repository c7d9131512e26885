import { PayoutSettings, page } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { GOLD, startedWithPartner } from "../../testing/member-doors.ts";
import { doors, group, ifMatch, personalPayout, STANDARD, saleTerms } from "../../testing/test-service.ts";

async function started() {
  const all = await startedWithPartner();
  const settings = async (query = "") => {
    const { body } = await all.service.send("GET", `/api/partners/p-7/payout-settings${query}`);
    return page(PayoutSettings).parse(body);
  };
  const addPersonal = (id: string, partner: string, percent: string, terms = STANDARD) =>
    all.service.send("POST", `${terms}/events/sale/personal-payouts`, personalPayout(id, partner, percent));
  return { ...all, settings, addPersonal };
}

describe("payout settings of a partner", () => {
  it("are none while it is in no program, and gone when it leaves one", async () => {
    const { settings, join, leave } = await started();
    expect(await settings()).toEqual({ items: [], nextCursor: null });
    await join("p-7");
    expect((await settings()).items).toHaveLength(1);
    await leave("p-7", 1);
    expect((await settings()).items).toEqual([]);
  });

  it("are the program, the member, the terms that decide, and what they pay for each event type", async () => {
    const { settings, join, put, addPersonal } = await started();
    const groups = ["a", "b"].map((id) => group(id, "country", id, "30"));
    await put(saleTerms("12", { groups }));
    await join("p-7");
    await addPersonal("mine", "p-7", "50");
    await addPersonal("another's", "p-8", "60");
    const { items } = await settings();
    expect(items).toEqual([
      {
        program: expect.objectContaining({ id: "acme", status: "active" }),
        member: expect.objectContaining({ terms: null, personalPayouts: 1 }),
        terms: { id: "standard", name: "Standard", currency: "USD", timezone: "UTC" },
        events: [
          {
            ...{ type: "sale", name: "Sale", level: "order", groups: 2 },
            default: expect.objectContaining({ model: "CPS", partner: { percent: "12" } }),
            personal: [expect.objectContaining({ eventType: "sale", revision: 1 })],
          },
        ],
      },
    ]);
    expect(items[0]?.events[0]?.personal[0]?.payout.id).toBe("mine");
  });

  it("follow the member's moves, when they take force", async () => {
    const { service, settings, join, change, addPersonal } = await started();
    await join("p-7", { terms: "gold" });
    await addPersonal("gold", "p-7", "50", GOLD);
    await addPersonal("standard", "p-7", "40");
    const now = async () => {
      const [one] = (await settings()).items;
      return [one?.terms.name, one?.events[0]?.personal.map(({ payout }) => payout.id)];
    };
    expect(await now()).toEqual(["Gold", ["gold"]]);
    await change("p-7", 1, { terms: "standard", termsFrom: "2026-11-20T11:00:00Z" });
    expect(await now()).toEqual(["Gold", ["gold"]]);
    service.clock.advance(3_600_000);
    expect(await now()).toEqual(["Standard", ["standard"]]);
  });

  it("follow the program's default terms, where the member has none of its own", async () => {
    const { service, settings, join } = await started();
    await join("p-7");
    await service.send("PATCH", "/api/programs/acme", { defaultTerms: "gold" }, ifMatch(1));
    expect((await settings()).items[0]?.terms.id).toBe("gold");
  });

  it("go by the version in force, not by the draft, nor by one that is published for later", async () => {
    const { settings, join, draft, saveDraft, put } = await started();
    await join("p-7");
    await put({ ...saleTerms("30"), name: "Later" }, { inForceFrom: "2026-12-01T00:00:00Z" });
    const { revision } = await draft();
    await saveDraft(revision, { ...saleTerms("40"), name: "Draft" });
    const [one] = (await settings()).items;
    expect([one?.terms.name, one?.events[0]?.default.partner]).toEqual(["Standard", { percent: "10" }]);
  });

  it("name terms that were never published, which pay for nothing", async () => {
    const { service, settings } = await started();
    await doors(service).createProgram("new", "EUR");
    await service.send("POST", "/api/programs/new/members", { partner: "p-7" });
    expect((await settings()).items).toMatchObject([
      { program: { id: "new" }, terms: { id: "standard", name: "Standard", currency: "EUR" }, events: [] },
    ]);
  });

  it("show a personal payout that was changed, and none that was removed", async () => {
    const { service, settings, join, addPersonal } = await started();
    const one = `${STANDARD}/events/sale/personal-payouts/mine`;
    await join("p-7");
    await addPersonal("mine", "p-7", "50");
    await service.send("PUT", one, { ...personalPayout("mine", "p-7", "55"), enabled: false }, ifMatch(1));
    const personal = async () => (await settings()).items[0]?.events[0]?.personal;
    expect(await personal()).toMatchObject([{ revision: 2, payout: { enabled: false } }]);
    await service.send("DELETE", one, undefined, ifMatch(2));
    expect(await personal()).toEqual([]);
  });

  it("come in pages by program that neither overlap nor leave one out", async () => {
    const { service, settings } = await started();
    const ids = ["a", "b", "c", "d", "e"];
    for (const id of ids) {
      await doors(service).createProgram(id);
      await service.send("POST", `/api/programs/${id}/members`, { partner: "p-7" });
    }
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { items, nextCursor } = await settings(`?limit=2${cursor}`);
      seen.push(...items.map(({ program }) => program.id));
      if (nextCursor === null) break;
      cursor = `&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(ids);
  });
});
