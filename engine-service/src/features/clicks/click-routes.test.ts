import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { enroll } from "../../testing/members.ts";
import {
  ifMatch,
  STANDARD,
  saleTerms,
  startedWithProgram,
  startService,
  TestClock,
} from "../../testing/test-service.ts";
import { eventOf, type StoredConversion } from "../conversions/conversion-store.ts";

const LINKS = "/api/programs/acme/links";
const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

type Engine = (typeof ENGINES)[number][1];

async function started(engine: Engine, countryHeader?: string) {
  const acme = await startedWithProgram({ storage: (await engine())(), ...(countryHeader && { countryHeader }) });
  const { service } = acme;
  await enroll(service, ["anna", "ben"]);
  const addLink = async (url: string, partner = "anna"): Promise<string> =>
    (await service.send("POST", LINKS, { partner, name: "Shoes", url })).body.id;
  /** As a browser does, to which fetch would add headers of its own. */
  const follow = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<{ status: number; location: string; clickId: string | null }>((resolve, reject) => {
      request(`${service.url}/r/${path}`, { method, headers }, (response) => {
        response.resume();
        const location = response.headers.location ?? "";
        const clickId = /[0-9a-f]{32}/.exec(location)?.[0] ?? null;
        resolve({ status: response.statusCode ?? 0, location, clickId });
      })
        .on("error", reject)
        .end();
    });
  const clickOf = async (id: string | null) => service.rooms.clicks.find(String(id));
  const recorded = () => service.rooms.clicks.documents.countDocuments({});
  return { ...acme, addLink, follow, clickOf, recorded };
}

describe.each(ENGINES)("GET /r/{link}: %s", (_engine, engine) => {
  it("records who clicked whose link, from where and with what, and hands the click id on", async () => {
    const { addLink, follow, clickOf } = await started(engine, "cf-ipcountry");
    const link = await addLink("https://shop.example/shoes?colour=red#top");
    const { status, location, clickId } = await follow(`${link}?source=newsletter&sub_source=autumn&fbclid=x`, {
      "User-Agent": IPHONE,
      Referer: "https://m.facebook.com/p?id=1",
      "Accept-Language": "fr;q=0.5, en-GB, *;q=0.1",
      "CF-IPCountry": "us",
    });
    expect([status, location]).toEqual([302, `https://shop.example/shoes?colour=red&click_id=${clickId}#top`]);
    expect(await clickOf(clickId)).toMatchObject({
      ...{ program: "acme", partner: "anna", link, clickedAt: "2026-11-20T10:00:00.000Z" },
      facts: {
        ...{ source: "newsletter", subSource: "autumn", country: "US", referralUrl: "https://m.facebook.com/p?id=1" },
        ...{ platform: "iOS", device: "mobile", browser: "Safari", language: "en-GB" },
        landingUrl: "https://shop.example/shoes?colour=red#top",
      },
    });
  });

  it.each([
    ["source twice", "?source=a&source=b", {}],
    ["an empty source", "?source=", {}],
    ["a source longer than any fact", `?source=${"x".repeat(2_049)}`, {}],
    ["control characters in the source", "?source=%00", {}],
    ["a country that is none", "", { "CF-IPCountry": "XX" }],
    ["a country of three letters", "", { "CF-IPCountry": "USA" }],
    ["any language", "", { "Accept-Language": "*" }],
  ])("leaves out %s, and lets the visitor go on", async (_, query, headers) => {
    const { addLink, follow, clickOf } = await started(engine, "cf-ipcountry");
    const { status, clickId } = await follow((await addLink("https://shop.example")) + query, headers);
    expect(status).toBe(302);
    expect((await clickOf(clickId))?.facts).toEqual({ landingUrl: "https://shop.example" });
  });

  it("believes no country while no header is named for it", async () => {
    const { addLink, follow, clickOf } = await started(engine);
    const { clickId } = await follow(await addLink("https://shop.example"), { "CF-IPCountry": "US" });
    expect((await clickOf(clickId))?.facts).not.toHaveProperty("country");
  });

  it("leads to addresses in any script", async () => {
    const { addLink, follow } = await started(engine);
    const { status, location } = await follow(await addLink("https://shop.example/größe/日本"));
    expect([status, location]).toEqual([302, expect.stringContaining("/gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC?click_id=")]);
  });

  it("leads nowhere else, whatever the request says", async () => {
    const { addLink, follow } = await started(engine);
    const link = await addLink("https://shop.example/");
    const evil = "https://evil.example";
    for (const query of [`url=${evil}`, `click_id=${evil}`, `source=${evil}`, `redirect=${evil}&landing_url=${evil}`]) {
      const headers = { Referer: evil, "X-Forwarded-Host": "evil.example", "X-Original-URL": "/r/evil" };
      const { location, clickId } = await follow(`${link}?${query}`, headers);
      expect(location).toBe(`https://shop.example/?click_id=${clickId}`);
    }
    for (const path of [`${link}/`, `${link}%2F..%2F${link}`, `//evil.example`, "%2F%2Fevil.example"])
      expect((await follow(path)).location).not.toContain("evil.example");
  });

  it("records nothing for HEAD, nor for a link that leads nowhere", async () => {
    const { service, addLink, follow, recorded } = await started(engine);
    const link = await addLink("https://shop.example/?c={click_id}");
    expect(await follow(link, {}, "HEAD")).toMatchObject({ status: 302, location: "https://shop.example/?c=" });
    await service.send("PATCH", `${LINKS}/${link}`, { active: false }, ifMatch(1));
    expect((await follow(link)).status).toBe(404);
    expect((await follow("nothing")).status).toBe(404);
    expect(await recorded()).toBe(0);
  });
});

describe.each(ENGINES)("POST /clicks: %s", (_engine, engine) => {
  const OWN = { clickId: "k-1", program: "acme", partnerId: "anna", country: "DE", userAgent: IPHONE };

  it("records a click once: the same again is answered alike, another body under its id is refused", async () => {
    const { service, recorded } = await started(engine);
    const first = await service.send("POST", "/clicks", OWN);
    expect([first.status, first.body]).toEqual([
      201,
      {
        ...{ clickId: "k-1", program: "acme", partner: "anna", link: null, clickedAt: "2026-11-20T10:00:00.000Z" },
        facts: { country: "DE", platform: "iOS", device: "mobile", browser: "Safari" },
      },
    ]);
    service.clock.advance(1_000);
    const again = await service.send("POST", "/clicks", OWN);
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect((await service.send("POST", "/clicks", { ...OWN, country: "FR" })).status).toBe(409);
    expect(await recorded()).toBe(1);
  });

  it("stores one of fifty that come at once", async () => {
    const { service, recorded } = await started(engine);
    const replies = await Promise.all(Array.from({ length: 50 }, () => service.send("POST", "/clicks", OWN)));
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array(49).fill(200), 201]);
    expect(await recorded()).toBe(1);
  });

  it("takes what is said over what the user agent and the link tell", async () => {
    const { service, addLink } = await started(engine);
    const link = await addLink("https://shop.example/shoes");
    const told = { device: "tablet", landingUrl: "https://elsewhere.example", clickedAt: "2026-11-01T09:00:00+01:00" };
    const { body } = await service.send("POST", "/clicks", { link, userAgent: IPHONE, ...told });
    expect(body).toMatchObject({
      ...{ program: "acme", partner: "anna", link, clickedAt: "2026-11-01T08:00:00.000Z" },
      facts: { device: "tablet", platform: "iOS", landingUrl: "https://elsewhere.example" },
    });
  });

  it("records clicks on links that lead nowhere as well", async () => {
    const { service, addLink } = await started(engine);
    const link = await addLink("https://shop.example");
    await service.send("PATCH", `${LINKS}/${link}`, { active: false }, ifMatch(1));
    expect((await service.send("POST", "/clicks", { link })).status).toBe(201);
  });

  it.each([
    ["an unknown link", { link: "nothing" }, 404, undefined],
    ["an unknown program", { program: "nothing", partnerId: "anna" }, 404, undefined],
    ["a link and a program", { link: "x", program: "acme" }, 422, "/link"],
    ["a program without a partner", { program: "acme" }, 422, "/partnerId"],
    ["neither", {}, 422, "/program"],
    ["a misspelt fact", { program: "acme", partnerId: "anna", contry: "US" }, 422, "/contry"],
    ["a day without its offset", { program: "acme", partnerId: "anna", clickedAt: "2026-11-01" }, 422, "/clickedAt"],
  ])("is refused with %s", async (_, body, status, pointer) => {
    const { service, recorded } = await started(engine);
    const refused = await service.send("POST", "/clicks", body);
    expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([status, pointer]);
    expect(await recorded()).toBe(0);
  });
});

describe.each(ENGINES)("a click, with two services on one store: %s", (_engine, engine) => {
  it("is known to the other one, and recorded once by both", async () => {
    const open = await engine();
    const clock = new TestClock();
    const { service: first } = await startedWithProgram({ storage: open(), clock });
    clock.advance(1_000);
    const second = await startService({ storage: open(), clock });
    const click = { clickId: "k-1", program: "acme", partnerId: "anna" };
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, at) => [first, second][at % 2]?.send("POST", "/clicks", click)),
    );
    expect(replies.map((reply) => reply?.status).sort()).toEqual([...Array(39).fill(200), 201]);
    const sale = { conversionId: "c-1", program: "acme", eventType: "sale", orderTotal: "100", clickId: "k-1" };
    for (const service of [second, first])
      expect((await service.send("POST", "/conversions", sale)).body).toMatchObject({ partnerId: "anna" });
  });
});

describe.each(ENGINES)("a conversion that names a click: %s", (_engine, engine) => {
  const phones = saleTerms("10", {
    groups: [
      {
        id: "phones",
        name: "Phones",
        conditions: { all: [{ fact: "device", operator: "isAnyOf", value: ["mobile"] }] },
        event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "30" } } } },
      },
    ],
  });

  async function clicked() {
    const acme = await started(engine);
    await acme.put(phones);
    acme.service.clock.advance(1);
    const { clickId } = await acme.follow(await acme.addLink("https://shop.example"), { "User-Agent": IPHONE });
    const convert = (more: object) =>
      acme.service.send("POST", "/conversions", {
        ...{ conversionId: "c-1", program: "acme", eventType: "sale", orderTotal: "100", clickId },
        ...more,
      });
    return { ...acme, clickId, convert };
  }

  it("gets its partner and its facts", async () => {
    const { service, clickId, convert } = await clicked();
    const { body } = await convert({});
    expect(body).toMatchObject({ partnerId: "anna", partnerFrom: "click", payout: "30.00", match: { id: "phones" } });
    const stored = await service.rooms.conversions.find("acme", "c-1");
    expect(eventOf(stored as StoredConversion)).toMatchObject({
      clickId,
      device: "mobile",
      landingUrl: "https://shop.example",
    });
    expect(JSON.parse(String(stored?.input))).not.toHaveProperty("device");
  });

  it("is believed first", async () => {
    const { convert } = await clicked();
    const { body } = await convert({ partnerId: "ben", device: "desktop" });
    expect(body).toMatchObject({ partnerId: "ben", partnerFrom: "event", payout: "10.00" });
  });

  it("learns nothing from another program's click, nor from an unknown one", async () => {
    const { service, createProgram, put, clickId } = await clicked();
    await createProgram("other");
    await put(phones, {}, STANDARD.replace("acme", "other"));
    service.clock.advance(1);
    for (const [program, id] of [
      ["other", clickId],
      ["acme", "unknown"],
    ]) {
      const sale = { conversionId: `c-${id}`, program, eventType: "sale", orderTotal: "100", clickId: id };
      const { body } = await service.send("POST", "/conversions", sale);
      expect(body).toMatchObject({ partnerId: null, payout: "10.00" });
    }
  });
});
