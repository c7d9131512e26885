import type { Own, OwnProgram } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { routesOf } from "../../app.ts";
import { crowdedProgram, makePartner, SECRETS, sent } from "../../testing/crowded-program.ts";
import { ifMatch, type TestService } from "../../testing/test-service.ts";

const OWN = "/api/own";

/** Asks with a key of the partner's own. */
async function signedIn({ send }: TestService, partner: string) {
  const key = await sent(send("POST", "/api/keys", { name: `Key of ${partner}`, role: "partner", partner }));
  const headers = { Authorization: `Bearer ${key.body.secret}` };
  const ask = (method: string, path: string, body?: unknown) => send(method, path, body, headers);
  return { ask, own: async (): Promise<Own> => (await sent(ask("GET", OWN))).body };
}

describe("GET /api/own", () => {
  it("tells a partner its programs, what it is paid in the order that is tried, its codes and its links", async () => {
    const { service, link } = await crowdedProgram();
    const own = await (await signedIn(service, "p-vera")).own();
    expect(own).toEqual({
      partner: { id: "p-vera", name: "Vera Amsel", status: "active", revenueShare: "70" },
      programs: [
        {
          program: { id: "acme", name: "Acme", currency: "USD", timezone: "UTC", status: "active" },
          ...{ active: true, from: null, until: null },
          terms: "Standard",
          events: [
            {
              type: "sale",
              name: "Sale",
              rules: [
                rule("personal", "vera", "every conversion", "20 % of the order", { couponCode: "VERACOUPON" }),
                rule("personal", null, "every conversion", "15 % of the order"),
                rule(
                  "group",
                  "Friends",
                  "Promo code is another partner's or VERACODE and Promo code does not contain another partner's and Source is another partner's or newsletter and not (Subsource is another partner's) and Customer status is New and Order total is more than $200",
                  "12 % of the order",
                  { reached: false },
                ),
                rule("group", "For most", "every conversion", "11 % of the order", { reached: false }),
                rule("default", null, "every conversion", "10 % of the order", { reached: false }),
              ],
            },
          ],
          codes: [
            { code: "VERACODE", active: true, from: null, until: null },
            { code: "PASSEDON", active: true, from: null, until: null },
          ],
          links: [{ name: "My shoes", address: `/r/${link}`, url: "https://shop.example/vera", active: true }],
        },
      ],
    });
  });

  it("is by the terms that the partner has now, and says from when to when it is a member", async () => {
    const { service } = await crowdedProgram();
    await sent(
      service.send(
        "PATCH",
        "/api/programs/acme/members/p-bruno",
        { terms: "gold", active: false, until: "2027-01-01T00:00:00Z" },
        ifMatch(1),
      ),
    );
    const [program] = (await (await signedIn(service, "p-bruno")).own()).programs;
    expect(program).toMatchObject({
      ...{ terms: "Terms for gold", active: false, from: null, until: "2027-01-01T00:00:00.000Z" },
      events: [{ rules: [rule("default", null, "every conversion", "44.44 % of the order")] }],
    });
  });

  it("leaves out programs that the partner is no member of, or no longer", async () => {
    const { service } = await crowdedProgram();
    await makePartner(service, "p-new", "New");
    const { own } = await signedIn(service, "p-vera");
    await sent(service.send("DELETE", "/api/programs/acme/members/p-vera", undefined, ifMatch(1)));
    expect((await own()).programs).toEqual([]);
    expect((await (await signedIn(service, "p-new")).own()).programs).toEqual([]);
  });

  it("is refused to whoever is no partner", async () => {
    const { service } = await crowdedProgram();
    const { body } = await sent(service.send("POST", "/api/keys", { name: "Mara", role: "admin" }));
    const reply = await service.send("GET", OWN, undefined, { Authorization: `Bearer ${body.secret}` });
    expect([reply.status, reply.body.type]).toEqual([403, "/problems/not-allowed"]);
    expect((await service.send("GET", OWN)).status).toBe(401);
  });
});

describe("whatever a partner's key can reach", () => {
  it("names nothing of the other partners, and no private group", async () => {
    const { service, link } = await crowdedProgram();
    const { ask } = await signedIn(service, "p-vera");
    const params: Record<string, string> = {
      ...{ program: "acme", terms: "standard", eventType: "sale", event: "sale", version: "1", partner: "p-vera" },
      ...{ id: "vera", code: "VERACODE", link, conversion: "vera/1" },
    };
    const own = "/api/own/programs/{program}";
    const queries: Record<string, string[]> = {
      [`${own}/report`]: ["?from=2026-11-01&until=2026-11-30"],
      [`${own}/conversions`]: [
        "",
        "?search=vera-order",
        "?search=bruno-order",
        "?search=SECRET-TRIAL",
        "?eventType=trial",
      ],
    };
    const routes = routesOf(service.rooms).filter(({ path }) => path !== "/openapi.json");
    const answers: string[] = [];
    let refused = 0;
    for (const { method, path } of routes) {
      const there = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? "1"));
      const body = method === "get" || method === "delete" ? undefined : {};
      for (const query of queries[path] ?? [""]) {
        const { status, text, headers } = await ask(method.toUpperCase(), there + query, body);
        if (status === 403) refused += 1;
        answers.push(`${text} ${headers.get("location") ?? ""}`);
      }
    }
    const told = answers.join("\n").toLowerCase();
    // The search would find nothing in answers that say nothing.
    expect(told).toContain("veracode");
    expect(told).toContain("https://shop.example/vera");
    expect(told).toContain("vera/2,sale");
    expect(told).toContain('"sales":"150.00","payout":"25.00"');
    expect(refused).toBeGreaterThan(routes.length / 2);
    const leaked = Object.values(SECRETS)
      .flat()
      .filter((secret) => told.includes(secret.toLowerCase()));
    expect(leaked).toEqual([]);
  });
});

const rule = (
  kind: OwnProgram["events"][number]["rules"][number]["kind"],
  name: string | null,
  criteria: string,
  payout: string,
  more: object = {},
) => ({ kind, name, criteria, payout, couponCode: null, reached: true, ...more });
