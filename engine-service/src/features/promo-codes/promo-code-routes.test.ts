import { describe, expect, it } from "vitest";
import { enroll } from "../../testing/members.ts";
import {
  doors,
  ifMatch,
  personalPayout,
  STANDARD,
  saleTerms,
  startedWithProgram,
  type TestService,
} from "../../testing/test-service.ts";

const CODES = "/api/programs/acme/codes";
const SECOND = 1_000;

async function started() {
  const { service } = await startedWithProgram();
  await enroll(service, ["anna", "ben"]);
  service.clock.advance(SECOND);
  return { service, ...codesOf(service) };
}

const codesOf = ({ send }: TestService) => ({
  give: (partner: string, more: object = {}) => send("POST", CODES, { partner, ...more }),
  get: (code: string) => send("GET", `${CODES}/${code}`),
  change: (code: string, change: object, revision = 1) => send("PATCH", `${CODES}/${code}`, change, ifMatch(revision)),
  reissue: (code: string, wanted: object = {}, revision = 1) =>
    send("POST", `${CODES}/${code}/reissue`, wanted, ifMatch(revision)),
});

describe("promo codes", () => {
  it("are given to a member as they are typed, with their address and ETag", async () => {
    const { give, get } = await started();
    const given = await give("anna", { code: "Anna10", until: "2026-12-31T23:59:59-05:00" });
    expect([given.status, given.headers.get("location"), given.headers.get("etag")]).toEqual([
      201,
      `${CODES}/Anna10`,
      '"1"',
    ]);
    expect(given.body).toMatchObject({ code: "Anna10", partner: "anna", active: true, from: null, replaces: null });
    expect((await get("ANNA10")).body).toMatchObject({ code: "Anna10", until: "2027-01-01T04:59:59.000Z" });
  });

  it.each([
    ["the program's pattern", {}, /^ANNA\d\d$/],
    ["a pattern of its own", { pattern: "VIP-{XXXX}" }, /^VIP-[2-9A-Z]{4}$/],
  ])("are made by %s when none is named", async (_, more, form) => {
    const { give } = await started();
    expect((await give("anna", more)).body.code).toMatch(form);
  });

  it("refuse a pattern that has no free code left, and say how to mend it", async () => {
    const { give } = await started();
    for (let nth = 0; nth < 10; nth++) expect((await give("anna", { pattern: "A{N}" })).status).toBe(201);
    const refused = await give("anna", { pattern: "A{N}" });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("more N or X")]);
  });

  it("are one member's at a time, without regard to case", async () => {
    const { give } = await started();
    await give("anna", { code: "SUMMER" });
    const refused = await give("ben", { code: "summer" });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("Anna (anna)")]);
    expect((await give("anna", { code: "Summer" })).status).toBe(409);
  });

  it("go to the first of several who want one at once", async () => {
    const { give } = await started();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, nth) => give(nth % 2 ? "anna" : "ben", { code: "SUMMER" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)]);
  });

  it.each([
    ["deactivated", { active: false }],
    ["run out", { until: "2026-11-20T10:00:30Z" }],
  ])("may go to somebody else once they are %s, and it stays known who had them", async (_, change) => {
    const { give, change: patch, service } = await started();
    await give("anna", { code: "SUMMER" });
    service.clock.advance(SECOND);
    expect((await patch("SUMMER", change)).status).toBe(200);
    service.clock.advance(60 * SECOND);
    expect((await give("ben", { code: "Summer" })).body).toMatchObject({ partner: "ben", code: "Summer", revision: 3 });
    const holders = await service.send("GET", `${CODES}/SUMMER/holders`);
    expect(holders.body.items.map(({ partner }: { partner: string }) => partner)).toEqual(["ben", "anna", "anna"]);
  });

  it("are not another's coupon code of a personal payout", async () => {
    const { service, give } = await started();
    await service.send(
      "POST",
      `${STANDARD}/events/sale/personal-payouts`,
      personalPayout("deal", "anna", "20", "DEAL"),
    );
    expect((await give("ben", { code: "deal" })).status).toBe(409);
    expect((await give("anna", { code: "deal" })).status).toBe(201);
  });

  it("stay their member's: no personal payout of another takes one for its coupon code", async () => {
    const { service, give, change } = await started();
    const deal = (id: string, partner: string) =>
      service.send("POST", `${STANDARD}/events/sale/personal-payouts`, personalPayout(id, partner, "20", "Deal"));
    await give("anna", { code: "DEAL" });
    const refused = await deal("bens", "ben");
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining("promo code of Anna (anna)")]);
    const imported = {
      ...saleTerms("10", { personal: [personalPayout("bens", "ben", "20", "Deal")] }),
      name: "Brought",
    };
    const brought = { id: "brought", name: "Brought", document: imported };
    expect((await service.send("POST", "/api/programs/acme/terms", brought)).status).toBe(409);
    expect((await deal("annas", "anna")).status).toBe(201);
    await give("anna", { code: "OLD" });
    await change("OLD", { active: false });
    const old = personalPayout("old", "ben", "20", "old");
    expect((await service.send("POST", `${STANDARD}/events/sale/personal-payouts`, old)).status).toBe(201);
    expect((await change("OLD", { active: true }, 2)).status).toBe(409);
  });

  it("are either a member's or another's coupon code when both are asked for at once", async () => {
    const { service, give } = await started();
    for (let nth = 0; nth < 10; nth++) {
      const payout = personalPayout(`deal-${nth}`, "ben", "20", `both-${nth}`);
      const both = await Promise.all([
        give("anna", { code: `BOTH-${nth}` }),
        service.send("POST", `${STANDARD}/events/sale/personal-payouts`, payout),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it("are listed in pages that neither overlap nor leave one out, by member and by a part of the code", async () => {
    const { service, give } = await started();
    for (const code of ["b1", "A1", "c1", "A2", "b2"]) await give(code.endsWith("1") ? "anna" : "ben", { code });
    const list = async (query: string) => {
      const seen: string[] = [];
      let cursor = "";
      do {
        const { body } = await service.send("GET", `${CODES}?limit=2${query}${cursor && `&cursor=${cursor}`}`);
        seen.push(...body.items.map(({ code }: { code: string }) => code));
        cursor = body.nextCursor;
      } while (cursor);
      return seen;
    };
    expect(await list("")).toEqual(["A1", "A2", "b1", "b2", "c1"]);
    expect(await list("&partner=anna")).toEqual(["A1", "b1", "c1"]);
    expect(await list("&search=A")).toEqual(["A1", "A2"]);
    expect(await list("&partner=nobody")).toEqual([]);
  });

  it.each([
    ["a space in it", { partner: "anna", code: "SUM MER" }, "/code"],
    ["a comma in it", { partner: "anna", code: "A,B" }, "/code"],
    ["dots alone", { partner: "anna", code: ".." }, "/code"],
    ["nothing to be seen", { partner: "anna", code: "\u200b" }, "/code"],
    ["what turns its letters round", { partner: "anna", code: "\u202eX" }, "/code"],
    ["a pattern without digits", { partner: "anna", pattern: "{NAME}" }, "/pattern"],
    ["a partner who is no member", { partner: "carl", code: "C" }, "/partner"],
    ["dates turned round", { partner: "anna", from: "2026-12-02T00:00:00Z", until: "2026-12-01T00:00:00Z" }, "/until"],
    ["a date without its offset", { partner: "anna", until: "2026-12-01" }, "/until"],
    ["an unknown field", { partner: "anna", codes: "C" }, "/codes"],
  ])("are refused with %s", async (_, body, pointer) => {
    const { service } = await started();
    const refused = await service.send("POST", CODES, body);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it("answer 404 for what is not there, 412 for what has moved on, 428 without If-Match, 422 for a change of nothing", async () => {
    const { service, give, get, change } = await started();
    await give("anna", { code: "SUMMER" });
    expect((await get("WINTER")).status).toBe(404);
    expect((await service.send("GET", "/api/programs/other/codes")).status).toBe(404);
    expect((await change("SUMMER", { active: false }, 7)).status).toBe(412);
    expect((await service.send("PATCH", `${CODES}/SUMMER`, { active: false })).status).toBe(428);
    expect((await change("SUMMER", {})).status).toBe(422);
  });

  it("stay as they are when a change changes nothing", async () => {
    const { give, change } = await started();
    await give("anna", { code: "SUMMER" });
    expect((await change("SUMMER", { active: true })).body.revision).toBe(1);
  });
});

describe("a re-issued promo code", () => {
  it("stops at once, and its member has the new one", async () => {
    const { give, get, reissue } = await started();
    await give("anna", { code: "LEAKED" });
    const fresh = await reissue("LEAKED");
    expect([fresh.status, fresh.body]).toEqual([
      201,
      expect.objectContaining({
        partner: "anna",
        active: true,
        replaces: "LEAKED",
        code: expect.stringMatching(/^ANNA\d\d$/),
      }),
    ]);
    expect((await get("LEAKED")).body).toMatchObject({ active: false, revision: 2 });
  });

  it("takes the personal payouts along that ask for it, so that the deal goes on and the leaked code pays nobody", async () => {
    const { service, give, reissue } = await started();
    const { evaluate } = doors(service);
    const payouts = `${STANDARD}/events/sale/personal-payouts`;
    await give("anna", { code: "DEAL" });
    await service.send("POST", payouts, personalPayout("deal", "anna", "20", "Deal"));
    const { code } = (await reissue("DEAL")).body;
    service.clock.advance(SECOND);
    expect((await service.send("GET", `${payouts}/deal`)).body.payout.couponCode).toBe(code);
    expect((await evaluate({ promoCode: code })).body).toMatchObject({ payout: "20.00", partnerId: "anna" });
    expect((await evaluate({ promoCode: "DEAL" })).body).toMatchObject({ payout: "10.00", partnerId: null });
  });

  it("leaves the personal payouts that ask for it as they are while it runs out", async () => {
    const { service, give, reissue } = await started();
    const payouts = `${STANDARD}/events/sale/personal-payouts`;
    await give("anna", { code: "DEAL" });
    await service.send("POST", payouts, personalPayout("deal", "anna", "20", "Deal"));
    await reissue("DEAL", { oldUntil: "2026-12-01T00:00:00Z" });
    expect((await service.send("GET", `${payouts}/deal`)).body.payout.couponCode).toBe("Deal");
  });

  it("runs out at a moment named for it, and may have the name that its creator asked for", async () => {
    const { give, get, reissue } = await started();
    await give("anna", { code: "OLD", until: "2027-01-01T00:00:00Z" });
    const fresh = await reissue("OLD", { code: "ANNAS-PICK", oldUntil: "2026-12-01T00:00:00Z" });
    expect(fresh.body).toMatchObject({ code: "ANNAS-PICK", until: "2027-01-01T00:00:00.000Z" });
    expect((await get("OLD")).body).toMatchObject({ active: true, until: "2026-12-01T00:00:00.000Z" });
    expect((await reissue("OLD", {}, 2)).status).toBe(409);
  });

  it.each([
    ["is somebody else's", { code: "BENS" }, 409],
    ["is to run out in the past", { oldUntil: "2026-11-01T00:00:00Z" }, 422],
    ["was made from an older revision", {}, 412, 3],
  ])("is refused, and stays as it was, when the new one %s", async (_, wanted, status, revision = 1) => {
    const { give, get, reissue } = await started();
    await give("anna", { code: "OLD" });
    await give("ben", { code: "BENS" });
    expect((await reissue("OLD", wanted, revision)).status).toBe(status);
    expect((await get("OLD")).body).toMatchObject({ active: true, revision: 1 });
  });

  it("is refused when it does not count any more", async () => {
    const { give, change, reissue } = await started();
    await give("anna", { code: "OLD" });
    await change("OLD", { active: false });
    expect((await reissue("OLD", {}, 2)).status).toBe(409);
  });

  it("goes on where a crash left it: the new code that is there already is not made twice", async () => {
    const { service, give, get, reissue } = await started();
    await give("anna", { code: "OLD" });
    service.clock.advance(SECOND);
    const broken = service.rooms.codes.change;
    service.rooms.codes.change = () => Promise.reject(new Error("the process was killed here"));
    expect((await reissue("OLD")).status).toBe(500);
    service.rooms.codes.change = broken;
    service.clock.advance(SECOND);
    const [made] = service.rooms.known.codes.ofMember("acme", "anna").filter(({ replaces }) => replaces === "OLD");
    expect((await reissue("OLD")).body.code).toBe(made?.code);
    expect(service.rooms.known.codes.ofMember("acme", "anna")).toHaveLength(2);
    expect((await get("OLD")).body.active).toBe(false);
  });
});
