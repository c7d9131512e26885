import { parseTerms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { doors, startService } from "../testing/test-service.ts";
import { ACME, GOLD, STANDARD } from "./acme-outfitters.ts";
import { BRIGHTSIDE_TERMS } from "./brightside-energy.ts";
import { plantDemo, plantPrograms } from "./plant-demo.ts";

async function planted() {
  const service = await startService();
  await plantPrograms(service.rooms);
  return { service, ...doors(service) };
}

const SHOES = {
  items: [
    { category: "Boots", amount: "100" },
    { category: "Hats", amount: "50" },
  ],
};

describe("the demo program", () => {
  it.each([STANDARD, GOLD, BRIGHTSIDE_TERMS])("has terms without a fault: $name", (terms) => {
    expect(parseTerms(terms)).toEqual({ ok: true, value: terms });
  });

  it.each([
    ["new and 200 or more, above 200 or more", { customerStatus: "New", orderTotal: "250.00" }, "new-200", "37.50"],
    ["200 or more", { orderTotal: "250.00" }, "200", "30.00"],
    ["ACME or Roadrunning", { items: [{ category: "roadrunning", amount: "50" }] }, "acme-or-roadrunning", "5.00"],
    ["one value with a comma", { items: [{ category: "ACME,Roadrunning", amount: "50" }] }, "acme-roadrunning", "5.50"],
    [
      "from anywhere at Facebook",
      { orderTotal: "100", referralUrl: "https://m.facebook.com/p?id=1" },
      "facebook",
      "7.00",
    ],
    ["Anna's code, though Anna is not named", { orderTotal: "100", promoCode: "anna10" }, "anna", "20.00"],
    ["Anna's order without her code", { orderTotal: "100", partnerId: "p-7" }, null, "8.00"],
    ["shoes by their goal, the rest by the default payout", SHOES, null, "16.00"],
    [
      "a lead whose postback says what it pays",
      { eventType: "lead", country: "US", postbackPayout: "10" },
      "us-ca",
      "8.00",
    ],
    [
      "a trial whose postback says it",
      { eventType: "lead", eventParameter: "trial", postbackPayout: "10" },
      "trial",
      "6.40",
    ],
    ["a trial whose postback does not", { eventType: "lead", eventParameter: "trial" }, "trial", "6.00"],
    ["a lead without a parameter, whatever it says", { eventType: "lead", postbackPayout: "10" }, "untagged", "2.00"],
    ["seven clicks", { eventType: "click", clicks: 7 }, null, "0.35"],
    ["1,234 impressions", { eventType: "impression", impressions: 1234 }, null, "3.09"],
  ])("pays %s", async (_what, event, rule, payout) => {
    const { evaluate } = await planted();
    const { body } = await evaluate({ orderTotal: undefined, ...event });
    expect([body.status, body.match.id, body.payout]).toEqual(["payable", rule, payout]);
  });

  it("tracks the newsletter without paying, and refuses a lead that its postback should have priced", async () => {
    const { evaluate } = await planted();
    expect((await evaluate({ eventType: "newsletter" })).body.status).toBe("kpi");
    const { body } = await evaluate({ eventType: "lead", country: "US" });
    expect([body.status, body.reason]).toEqual(["rejected", "postback-payout-missing"]);
  });

  it.each([
    ["Mila's order by the Gold terms", { partnerId: "p-3", orderTotal: "100" }, "12.00", null],
    ["an order with Mila's code and nobody named", { promoCode: "mila15", orderTotal: "100" }, "12.00", null],
    [
      "nothing while Tech Tonic's membership is not active",
      { partnerId: "p-4", orderTotal: "100" },
      "0.00",
      "not-active",
    ],
    ["nothing for an inactive partner's code", { promoCode: "SOFIA", orderTotal: "100" }, "0.00", "not-active"],
    [
      "a general revenue share of what the advertiser pays",
      { program: "brightside", eventType: "contract", partnerId: "p-11" },
      "35.00",
      null,
    ],
    [
      "the program's own revenue share",
      { program: "brightside", eventType: "contract", partnerId: "p-10", params: { tariff: "green" } },
      "64.00",
      null,
    ],
    [
      "no strangers where members only are paid",
      { program: "brightside", eventType: "contract", partnerId: "p-1" },
      "0.00",
      "not-a-member",
    ],
  ])("knows members: %s", async (_what, event, payout, reason) => {
    const { evaluate } = await planted();
    const { body } = await evaluate({ orderTotal: undefined, ...event });
    expect([body.payout, body.reason]).toEqual([payout, reason]);
  });

  it("has twelve partners, members with codes and links, and a planned move", async () => {
    const { service } = await planted();
    expect((await service.send("GET", "/api/partners")).body.items).toHaveLength(12);
    const { items } = (await service.send("GET", `/api/programs/${ACME.id}/members`)).body;
    expect(items).toHaveLength(10);
    const luca = items.find(({ partner }: { partner: { id: string } }) => partner.id === "p-6");
    expect(luca).toMatchObject({
      codes: { all: 1, active: 1, first: expect.stringMatching(/^LUCABIANCHI\d\d$/) },
      links: { all: 1, active: 1 },
      plannedMoves: [{ terms: "gold", from: "2026-12-01T05:00:00.000Z" }],
    });
  });

  it("is planted in an empty store only", async () => {
    const service = await startService();
    expect([await plantDemo(service.rooms), await plantDemo(service.rooms)]).toEqual([true, true]);
    expect((await service.send("GET", `/api/programs/${ACME.id}/terms/standard/versions`)).body.items).toHaveLength(1);
    const other = await startService();
    await doors(other).createProgram("mine");
    expect(await plantDemo(other.rooms)).toBe(false);
    expect((await other.send("GET", "/api/programs")).body.items).toHaveLength(1);
  });
});
