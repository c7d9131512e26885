import { describe, expect, it } from "vitest";
import { bearer, keyFor } from "../../testing/signing-in.ts";
import { startedWithProgram } from "../../testing/test-service.ts";

const CONVERSIONS = "/api/programs/acme/conversions";
const sale = { conversionId: "hand-1", eventType: "sale", orderTotal: "100" };

describe("POST /api/programs/{program}/conversions", () => {
  it("answers 201 with the conversion, its decision and its ledger, and names whoever entered it", async () => {
    const { service } = await startedWithProgram();
    const ana = await keyFor(service, "editor");
    await keyFor(service, "admin");
    const reply = await service.send("POST", CONVERSIONS, sale, bearer(ana.secret));
    expect([reply.status, reply.headers.get("etag"), reply.body.revision]).toEqual([201, '"1"', 1]);
    expect(reply.body).toMatchObject({
      ...{ id: "hand-1", door: "hand", state: "payable", input: sale },
      decided: { sale: "100.00", payout: "10.00", platformFee: "0.00", advertiserCost: "10.00" },
      decision: { status: "payable", terms: { id: "standard", version: 1 } },
      ledger: [{ kind: "earned", payout: "10.00", by: ana.name }],
    });
    const read = await service.send("GET", `${CONVERSIONS}/hand-1`, undefined, bearer(ana.secret));
    expect(read.body).toEqual(reply.body);
  });

  it("answers 200 to a repetition, whichever door it came in by first, and records nothing more", async () => {
    const { service } = await startedWithProgram();
    await service.send("POST", "/conversions", { ...sale, program: "acme" });
    const again = await service.send("POST", CONVERSIONS, sale);
    expect([again.status, again.body.door]).toEqual([200, "api"]);
    const named = await service.send("POST", CONVERSIONS, { ...sale, program: "acme" });
    expect([named.status, named.body.ledger.length]).toEqual([200, 1]);
  });

  it("answers 409 when the id was recorded from other facts, and changes nothing", async () => {
    const { service } = await startedWithProgram();
    await service.send("POST", CONVERSIONS, sale);
    const other = await service.send("POST", CONVERSIONS, { ...sale, orderTotal: "101" });
    expect([other.status, other.body.type]).toEqual([409, "/problems/conflict"]);
    expect((await service.send("GET", `${CONVERSIONS}/hand-1`)).body.decided.sale).toBe("100.00");
  });

  it.each([
    ["a program that is not that of the address", { ...sale, program: "other" }, "/program", /"other".*"acme"/],
    ["a misspelt fact", { ...sale, orderTotl: "1" }, "/orderTotl", /orderTotal/],
    ["no id", { eventType: "sale" }, "/conversionId", /./],
    ["an amount that is none", { ...sale, orderTotal: "lots" }, "/orderTotal", /must be an amount/],
  ])("refuses %s with its place, and records nothing", async (_, body, pointer, message) => {
    const { service } = await startedWithProgram();
    const reply = await service.send("POST", CONVERSIONS, body);
    expect(reply.status).toBe(422);
    expect(reply.body.errors).toEqual([{ pointer, message: expect.stringMatching(message) }]);
    expect((await service.send("GET", CONVERSIONS)).body.items).toEqual([]);
  });

  it("is not for those who may only look, or only record", async () => {
    const { service } = await startedWithProgram();
    await keyFor(service, "admin");
    for (const role of ["viewer", "tracker"] as const) {
      const { secret } = await keyFor(service, role);
      expect((await service.send("POST", CONVERSIONS, sale, bearer(secret))).status).toBe(403);
    }
  });
});
