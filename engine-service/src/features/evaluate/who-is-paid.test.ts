import { describe, expect, it } from "vitest";
import { GOLD } from "../../testing/member-doors.ts";
import { atHour, startedWithMembers } from "../../testing/paid-members.ts";
import { group, STANDARD, saleTerms } from "../../testing/test-service.ts";

describe("by which terms a member is paid", () => {
  it("are its own, with the personal payouts that stand there, and the default for everyone else", async () => {
    const { decide, givePayout } = await startedWithMembers();
    await givePayout(STANDARD, "standard-deal", "p-7", "90");
    const paid = async (partnerId?: string) => {
      const { terms, payout } = await decide({ partnerId });
      return [terms.id, payout];
    };
    expect(await paid("p-7")).toEqual(["gold", "20.00"]);
    for (const other of ["p-8", "p-9", "never-heard-of", "", undefined])
      expect(await paid(other)).toEqual(["standard", "10.00"]);
    await givePayout(GOLD, "gold-deal", "p-7", "50");
    expect(await paid("p-7")).toEqual(["gold", "50.00"]);
    expect(await paid("p-8")).toEqual(["standard", "10.00"]);
  });

  it("are read in the version that was in force, of those terms", async () => {
    const { decide, put, wait } = await startedWithMembers();
    const occurredAt = atHour(1);
    wait(2);
    await put({ ...saleTerms("25"), name: "Gold" }, {}, GOLD);
    wait();
    expect((await decide({ partnerId: "p-7", occurredAt })).terms).toEqual({ id: "gold", version: 1 });
    expect((await decide({ partnerId: "p-7" })).terms).toEqual({ id: "gold", version: 2 });
    expect((await decide({ partnerId: "p-8" })).terms).toEqual({ id: "standard", version: 1 });
  });

  it("follow the program's default where the member was given none, and only then", async () => {
    const { decide, changeProgram } = await startedWithMembers();
    await changeProgram({ defaultTerms: "gold" });
    expect((await decide({ partnerId: "p-8" })).payout).toBe("20.00");
    await changeProgram({ defaultTerms: "standard" });
    expect((await decide({ partnerId: "p-8" })).payout).toBe("10.00");
    expect((await decide({ partnerId: "p-7" })).payout).toBe("20.00");
  });
});

describe("who is not paid", () => {
  type Acme = Awaited<ReturnType<typeof startedWithMembers>>;
  it.each<[string, (acme: Acme) => Promise<unknown>, string, string]>([
    ["a paused program", (acme) => acme.changeProgram({ status: "paused" }), "not-active", "The program was paused"],
    ["an ended program", (acme) => acme.changeProgram({ status: "ended" }), "not-active", "The program was ended"],
    ["an inactive partner", (acme) => acme.changePartner("p-7", { status: "inactive" }), "not-active", "partner p-7"],
    ["an inactive member", (acme) => acme.changeMember("p-7", { active: false }), "not-active", "membership of p-7"],
    ["a member from later on", (acme) => acme.changeMember("p-7", { from: atHour(9) }), "not-active", atHour(9)],
    ["a member until now", (acme) => acme.changeMember("p-7", { until: atHour(0) }), "not-active", atHour(0)],
    [
      "a member that was taken out, where members only are paid",
      async (acme) => {
        await acme.changeProgram({ access: "members-only" });
        await acme.leave("p-7", 1);
        acme.wait();
      },
      "not-a-member",
      "p-7 was no member",
    ],
  ])(
    "%s: the answer says so, and what held before still decides what occurred before",
    async (_, change, reason, note) => {
      const acme = await startedWithMembers();
      const occurredAt = acme.service.clock.now().toISOString();
      const before = await acme.decide({ partnerId: "p-7", occurredAt });
      expect([before.status, before.payout, before.notes]).toEqual(["payable", "20.00", undefined]);
      acme.wait(1);
      await change(acme);
      const after = await acme.decide({ partnerId: "p-7" });
      expect([after.status, after.reason, after.payout, after.advertiserCost]).toEqual([
        "rejected",
        reason,
        "0.00",
        "0.00",
      ]);
      expect(after.notes).toEqual([expect.stringContaining(note)]);
      expect(await acme.decide({ partnerId: "p-7", occurredAt })).toEqual(before);
    },
  );

  it("one member being inactive or out of its dates is nobody else's business", async () => {
    const { decide, changeMember } = await startedWithMembers();
    await changeMember("p-7", { active: false });
    await changeMember("p-8", { from: atHour(0), until: atHour(9) });
    for (const partnerId of ["p-8", "p-9", undefined]) expect((await decide({ partnerId })).status).toBe("payable");
  });

  it("is still shown the rule that would have paid: match, trace and steps, with every amount zero", async () => {
    const { decide, put, changeProgram } = await startedWithMembers();
    const groups = [group("new", "customerStatus", "New", "40")];
    await put({ ...saleTerms("20", { level: "item", groups }), name: "Gold" }, {}, GOLD);
    await changeProgram({ status: "paused" });
    const items = [
      { sku: "a", amount: "60" },
      { sku: "b", amount: "40" },
    ];
    const decision = await decide({ partnerId: "p-7", items, customerStatus: "New", explain: true });
    expect(decision).toMatchObject({ status: "rejected", level: "item", match: { kind: "group", id: "new" } });
    expect(
      decision.lines.map(({ status, base, payout, advertiserCost }: Record<string, string>) => [
        status,
        base,
        payout,
        advertiserCost,
      ]),
    ).toEqual([
      ["rejected", "60.00", "0.00", "0.00"],
      ["rejected", "40.00", "0.00", "0.00"],
    ]);
    expect(decision.trace[0]).toMatchObject({ id: "new", result: "matched" });
    expect(decision.calculation[0].steps.at(-1)).toBe(
      "Nothing is paid: The program, the partner or the membership was not active when it occurred.",
    );
  });

  it("a program for members only pays members, not strangers and not nobody", async () => {
    const { decide, changeProgram } = await startedWithMembers();
    await changeProgram({ access: "members-only" });
    const asked = async (partnerId?: string) => (await decide({ partnerId })).reason;
    expect([await asked("p-7"), await asked("p-8")]).toEqual([null, null]);
    for (const other of ["p-9", "never-heard-of", undefined]) expect(await asked(other)).toBe("not-a-member");
    await changeProgram({ access: "open" });
    expect(await asked("p-9")).toBeNull();
  });

  it("an unknown event type stays unknown, and another currency refused, whoever asks", async () => {
    const { evaluate, changeMember } = await startedWithMembers();
    await changeMember("p-7", { active: false });
    expect((await evaluate({ partnerId: "p-7", eventType: "lead" })).status).toBe(404);
    expect((await evaluate({ partnerId: "p-7", currency: "EUR" })).status).toBe(422);
  });
});

describe("the revenue share", () => {
  const shared = (percent: string) => ({
    ...saleTerms("10"),
    events: saleTerms("10").events.map((event) => ({
      ...event,
      default: {
        payout: {
          model: "CPS" as const,
          partner: { percent },
          platform: { percent: "10" },
          overrideRevenueShare: false,
        },
      },
    })),
  });

  it("is the program's where it differs, else the general one, as it was when the event occurred", async () => {
    const { decide, put, changePartner, wait, createProgram } = await startedWithMembers();
    await createProgram("other");
    await put({ ...shared("10"), name: "Gold" }, {}, GOLD);
    await put(shared("10"), {}, "/api/programs/other/terms/standard");
    wait();
    // Cost 20 of 100; the partner gets its share of it.
    const paid = async (event: object = {}) => {
      const { reason, payout } = await decide({ partnerId: "p-7", ...event });
      return reason ?? payout;
    };
    const moments: [string, string][] = [];
    expect(await paid()).toBe("revenue-share-missing");
    for (const [change, wanted, elsewhere] of [
      [{ revenueShare: "70" }, "14.00", "14.00"],
      [{ programRevenueShares: { acme: "50" } }, "10.00", "14.00"],
      [{ revenueShare: "90" }, "10.00", "18.00"],
      [{ revenueShare: null }, "10.00", "revenue-share-missing"],
      [{ programRevenueShares: {} }, "revenue-share-missing", "revenue-share-missing"],
    ] as const) {
      wait(1);
      await changePartner("p-7", change);
      const { occurredAt } = await decide({ partnerId: "p-7" });
      expect([await paid({ occurredAt }), await paid({ program: "other", occurredAt })]).toEqual([wanted, elsewhere]);
      moments.push([occurredAt, wanted]);
    }
    for (const [occurredAt, wanted] of moments) expect(await paid({ occurredAt })).toBe(wanted);
    expect(await paid({ program: "other", partnerId: "p-8" })).toBe("revenue-share-missing");
  });
});
