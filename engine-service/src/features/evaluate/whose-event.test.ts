import { describe, expect, it } from "vitest";
import { GOLD } from "../../testing/member-doors.ts";
import { atHour, startedWithMembers } from "../../testing/paid-members.ts";

describe("whose event a code makes it", () => {
  const SUMMER = { promoCode: "summer" };

  it("is the code's member's where no partner is named, by that member's terms", async () => {
    const { decide, giveCode } = await startedWithMembers();
    await giveCode("p-7", "SUMMER");
    expect(await decide(SUMMER)).toMatchObject({
      ...{ partnerId: "p-7", partnerFrom: "promo-code", terms: { id: "gold" }, payout: "20.00" },
    });
    expect(await decide({ promoCode: "winter" })).toMatchObject({ partnerId: null, partnerFrom: null });
    expect((await decide(SUMMER)).notes).toBeUndefined();
  });

  it("is as the program says where the click was another's, and the answer names both", async () => {
    const { decide, giveCode, changeProgram, service } = await startedWithMembers();
    await giveCode("p-7", "SUMMER");
    const clicked = { partnerId: "p-8", ...SUMMER };
    const occurredAt = service.clock.now().toISOString();
    const byCode = await decide({ ...clicked, occurredAt });
    expect(byCode).toMatchObject({ partnerId: "p-7", partnerFrom: "promo-code", terms: { id: "gold" } });
    expect(byCode.notes).toEqual([
      "The promo code summer belongs to p-7; the event named p-8, and in this program the code wins.",
    ]);
    service.clock.advance(1);
    await changeProgram({ attribution: "click" });
    const byClick = await decide(clicked);
    expect(byClick).toMatchObject({ partnerId: "p-8", partnerFrom: "event", terms: { id: "standard" } });
    expect(byClick.notes).toEqual([
      "The promo code summer belongs to p-7; the event named p-8, and in this program the click wins.",
    ]);
    expect(await decide({ ...clicked, occurredAt })).toEqual(byCode);
    // Of one and the same partner, the setting has nothing to say.
    expect(await decide({ partnerId: "p-7", ...SUMMER })).not.toHaveProperty("notes");
  });

  it("is the holder's of that moment, while the code goes from hand to hand", async () => {
    const { decide, giveCode, changeCode, wait, service } = await startedWithMembers();
    const asked: [string, string | null][] = [];
    const ask = async (wanted: string | null) => {
      const occurredAt = service.clock.now().toISOString();
      expect((await decide({ ...SUMMER, occurredAt })).partnerId).toBe(wanted);
      asked.push([occurredAt, wanted]);
      wait(1);
    };
    await ask(null);
    await giveCode("p-7", "SUMMER");
    await ask("p-7");
    await changeCode("SUMMER", { active: false });
    await ask(null);
    await giveCode("p-8", "Summer");
    await ask("p-8");
    for (const [occurredAt, wanted] of asked) expect((await decide({ ...SUMMER, occurredAt })).partnerId).toBe(wanted);
  });

  it("is nobody's by a code that does not count, and the answer says why not", async () => {
    const { decide, giveCode, changeCode } = await startedWithMembers();
    await giveCode("p-7", "SUMMER", { from: atHour(2), until: atHour(4) });
    const notesAt = async (hour: number) => (await decide({ ...SUMMER, occurredAt: atHour(hour) })).notes?.[0];
    const partnerAt = async (hour: number) => (await decide({ ...SUMMER, occurredAt: atHour(hour) })).partnerId;
    expect([await partnerAt(1), await partnerAt(2), await partnerAt(3.9), await partnerAt(4)]).toEqual([
      null,
      "p-7",
      "p-7",
      null,
    ]);
    expect(await notesAt(1)).toContain("counts only from");
    expect(await notesAt(4)).toContain("counted only until");
    await changeCode("SUMMER", { active: false });
    expect(await notesAt(3)).toContain("not active");
  });

  it("is its holder's who is not active, and then pays nobody", async () => {
    const { decide, giveCode, changeMember } = await startedWithMembers();
    await giveCode("p-7", "SUMMER");
    await changeMember("p-7", { active: false });
    expect(await decide(SUMMER)).toMatchObject({ partnerId: "p-7", status: "rejected", reason: "not-active" });
  });

  it("is nobody's any more by the code of one who left the program", async () => {
    const { decide, giveCode, leave, wait } = await startedWithMembers();
    await giveCode("p-7", "SUMMER");
    await leave("p-7", 1);
    wait();
    expect(await decide(SUMMER)).toMatchObject({ partnerId: null, terms: { id: "standard" }, payout: "10.00" });
    expect((await decide({ partnerId: "p-8", ...SUMMER })).partnerId).toBe("p-8");
  });

  it("is a personal payout's partner's by its coupon code, before a promo code, by the terms the partner has", async () => {
    const { decide, givePayout, giveCode, changeMember, service } = await startedWithMembers();
    // Two processes give it at the same instant: neither knows of the other yet.
    const { personal } = service.rooms.known;
    const couponHolders = personal.couponHolders.bind(personal);
    personal.couponHolders = () => [];
    await givePayout(GOLD, "deal", "p-7", "50", "SUMMER");
    await giveCode("p-8", "SUMMER");
    personal.couponHolders = couponHolders;
    const decision = await decide(SUMMER);
    expect(decision).toMatchObject({ partnerId: "p-7", partnerFrom: "coupon-code", payout: "50.00" });
    expect(decision.notes).toEqual(["The code summer is p-7's coupon code, which comes before the same code of p-8."]);
    // Paid by other terms, the deal of Gold is not p-7's any more, and with it goes the code.
    await changeMember("p-7", { terms: "standard" });
    const moved = await decide(SUMMER);
    expect(moved).toMatchObject({ partnerId: "p-8", partnerFrom: "promo-code", payout: "10.00" });
    expect(moved.notes).toEqual([expect.stringContaining(`coupon code by the terms "gold"`)]);
  });
});
