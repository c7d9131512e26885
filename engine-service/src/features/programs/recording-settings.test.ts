import { describe, expect, it } from "vitest";
import { doors, ifMatch, startedWithProgram, startService, type TestService } from "../../testing/test-service.ts";

const PROGRAM = "/api/programs/acme";

const changing =
  ({ send }: TestService) =>
  (revision: number, change: object) =>
    send("PATCH", PROGRAM, change, ifMatch(revision));

const cap = (measure: string, per: string, limit: unknown, more: object = {}) => ({ measure, per, limit, ...more });

describe("the settings of what a program records", () => {
  it("are none until they are set: no caps, nothing held back, lifetime without a limit", async () => {
    const { service } = await startedWithProgram();
    expect((await service.send("GET", PROGRAM)).body).toMatchObject({
      ...{ caps: [], holdingDays: 0, lifetime: { months: null, orders: null }, tiers: "beyond-step" },
    });
  });

  it("are stored as they are sent, numbers as decimals, and beyond a cap is reject unless told", async () => {
    const { service } = await startedWithProgram();
    const change = changing(service);
    const caps = [cap("conversions", "day", 100), cap("revenue", "total", "2500.5", { beyond: "pay-rest" })];
    const settings = { holdingDays: 30, lifetime: { months: 12, orders: null }, tiers: "whole-month" };
    const reply = await change(1, { caps, ...settings });
    expect([reply.status, reply.body.revision]).toEqual([200, 2]);
    const stored = [
      cap("conversions", "day", "100", { beyond: "reject" }),
      cap("revenue", "total", "2500.5", { beyond: "pay-rest" }),
    ];
    expect((await service.send("GET", PROGRAM)).body).toMatchObject({ caps: stored, ...settings });
    expect((await change(2, { holdingDays: 0 })).body).toMatchObject({ caps: stored, ...settings, holdingDays: 0 });
    expect((await change(3, { caps: stored })).body.revision).toBe(3);
  });

  it.each([
    [{ caps: [cap("conversions", "day", "100")] }, "takes at most 100 conversions a day"],
    [
      { caps: [cap("conversions", "hour", "1"), cap("revenue", "month", "5000", { beyond: "pay-rest" })] },
      "takes at most 1 conversion an hour and $5,000.00 of advertiser cost a month (what is left is paid)",
    ],
    [{ holdingDays: 30 }, "holds payouts for 30 days"],
    [{ lifetime: { months: 12, orders: 1 } }, "ends a customer's lifetime payouts after 12 months or 1 order"],
    [{ tiers: "whole-month" }, "pays performance tiers for all of the month, by a bonus at its end"],
    [{ status: "paused", holdingDays: 1 }, "is paused, holds payouts for 1 day"],
  ])("are told in the history: %j", async (change, sentence) => {
    const { service } = await startedWithProgram();
    await changing(service)(1, change);
    const { body } = await service.send("GET", "/api/history?thing=program&id=acme");
    expect(body.items[0].sentence).toBe(`Acme ${sentence}`);
  });

  it.each([
    [{ caps: [cap("conversions", "day", "1")] }, { caps: [] }, "has no caps any more"],
    [{ holdingDays: 3 }, { holdingDays: 0 }, "makes payouts payable at once"],
    [
      { lifetime: { months: 1, orders: null } },
      { lifetime: { months: null, orders: null } },
      "lets lifetime payouts last without a limit",
    ],
    [{ tiers: "whole-month" }, { tiers: "beyond-step" }, "pays performance tiers for what is beyond their step"],
  ])("are told when they are taken back: %j, then %j", async (before, after, sentence) => {
    const { service } = await startedWithProgram();
    const change = changing(service);
    await change(1, before);
    await change(2, after);
    const { body } = await service.send("GET", "/api/history?thing=program&id=acme");
    expect(body.items[0]).toMatchObject({ sentence: `Acme ${sentence}`, before, after });
  });

  it("take nothing at all by a cap of 0", async () => {
    const { service } = await startedWithProgram();
    expect(
      (await changing(service)(1, { caps: [cap("conversions", "total", 0), cap("revenue", "day", "0")] })).status,
    ).toBe(200);
    const sale = { conversionId: "c-1", program: "acme", eventType: "sale", orderTotal: "100" };
    expect((await service.send("POST", "/conversions", sale)).body.reason).toBe("conversion-cap-reached");
  });

  it.each([
    ["/caps", { caps: {} }, ""],
    ["/caps/0/limit", { caps: [cap("conversions", "day", "1.5")] }, "must be a whole number of conversions"],
    ["/caps/0/limit", { caps: [cap("revenue", "day", "-1")] }, "must not be negative"],
    ["/caps/0/limit", { caps: [cap("revenue", "day", "1e3")] }, "must be an amount"],
    ["/caps/0/limit", { caps: [{ measure: "revenue", per: "day" }] }, "is missing"],
    [
      "/caps/0/limit",
      { caps: [cap("revenue", "day", "10.005")] },
      "at most 2 digits after the point in USD, like 10.00; got 10.005",
    ],
    ["/caps/1/limit", { caps: [cap("revenue", "day", "10"), cap("revenue", "week", "0.001")] }, "like 0.00"],
    ["/caps/0/measure", { caps: [cap("sales", "day", "1")] }, ""],
    ["/caps/0/per", { caps: [cap("revenue", "year", "1")] }, ""],
    ["/caps/0/beyond", { caps: [cap("revenue", "day", "1", { beyond: "pay" })] }, ""],
    ["/caps/0/beyond", { caps: [cap("conversions", "day", "1", { beyond: "pay-rest" })] }, "only amounts have a rest"],
    ["/caps/0/limits", { caps: [cap("revenue", "day", "1", { limits: 1 })] }, 'Did you mean "limit"?'],
    [
      "/caps/1",
      { caps: [cap("revenue", "day", "1"), cap("revenue", "day", "2")] },
      "is a second cap on revenue a day, beside cap 1",
    ],
    ["/caps", { caps: Array.from({ length: 21 }, () => cap("revenue", "day", "1")) }, ""],
    ["/holdingDays", { holdingDays: -1 }, "must be at least 0, not -1"],
    ["/holdingDays", { holdingDays: "30" }, 'must be a number, not "30"'],
    ["/holdingDays", { holdingDays: 1.5 }, "must be a whole number, not 1.5"],
    ["/lifetime/orders", { lifetime: { months: 3 } }, ""],
    ["/lifetime/months", { lifetime: { months: 1201, orders: null } }, "must be at most 1200, not 1201"],
    ["/tiers", { tiers: "month" }, ""],
  ])("are refused with 422, by %s: %j", async (pointer, change, message) => {
    const { service } = await startedWithProgram();
    const reply = await changing(service)(1, change);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, pointer]);
    expect(reply.body.errors[0].message).toContain(message);
    expect((await service.send("GET", PROGRAM)).body.revision).toBe(1);
  });

  it("are refused with every fault there is", async () => {
    const { service } = await startedWithProgram();
    const caps = [cap("revenue", "day", "1"), cap("revenue", "day", "2.001"), cap("revenue", "day", "3")];
    const { body } = await changing(service)(1, { caps });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      "/caps/1",
      "/caps/1/limit",
      "/caps/2",
    ]);
  });

  it("have the digits of the program's own currency", async () => {
    const service = await startService();
    await doors(service).createProgram("acme", "JPY");
    const refused = await changing(service)(1, { caps: [cap("revenue", "day", "5000.5")] });
    expect(refused.body.errors[0].message).toContain(
      "must have no digits after the point in JPY, like 5000; got 5000.5",
    );
    expect((await changing(service)(1, { caps: [cap("revenue", "day", "5000")] })).status).toBe(200);
  });
});
