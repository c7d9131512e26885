import { POSTBACK_PARAMETERS } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { readPairs } from "./parameters.ts";
import { readPostback } from "./read-postback.ts";

const read = (query: string) => readPostback(readPairs(query));
const sent = (query: string) => {
  const parsed = read(`program=acme&event=sale&conversion_id=c-1&${query}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { program: _, eventType: _e, conversionId: _c, ...rest } = parsed.value;
  return rest;
};

describe("the parameters of a postback", () => {
  it("have names of their own, each one once", () => {
    const names = POSTBACK_PARAMETERS.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain("key");
    expect(names.filter((name) => name.startsWith("p_"))).toEqual([]);
  });

  it.each([
    ["partner=p-7", { partnerId: "p-7" }],
    ["partner_id=p-7", { partnerId: "p-7" }],
    ["amount=10.50", { orderTotal: "10.50" }],
    ["order_total=10.50", { orderTotal: "10.50" }],
    ["payout=3", { postbackPayout: "3" }],
    ["click_id=k-1", { clickId: "k-1" }],
    ["event_parameter=trial", { eventParameter: "trial" }],
    ["sub_source=a", { subSource: "a" }],
    ["occurred_at=2026-11-20T10:00:00%2B01:00", { occurredAt: "2026-11-20T10:00:00+01:00" }],
    ["city=S%C3%A3o+Paulo", { city: "São Paulo" }],
    ["city=a%2Bb", { city: "a+b" }],
    ["referral_url=https://x.example/?a=1%26b=2", { referralUrl: "https://x.example/?a=1&b=2" }],
    ["item_sku=S1&item_amount=5", { items: [{ sku: "S1", amount: "5" }] }],
    ['items=[{"sku":"S1"},{"sku":"S2","quantity":2}]', { items: [{ sku: "S1" }, { sku: "S2", quantity: "2" }] }],
    ["city=[1]&promo_code=[A] [B]", { city: "[1]", promoCode: "[A] [B]" }],
    ["params.tier=gold&p_age=7", { params: { tier: "gold", age: "7" } }],
    ["&&city=a&", { city: "a" }],
  ])("%s is %o", (query, fields) => {
    expect(sent(query)).toEqual(fields);
  });

  it.each([
    ["event=sale", "/program", "is missing; it must be text"],
    ["program=acme", "/event", "is missing; it must be text"],
    ["click=k", "/click", '"click" is not known here. Did you mean "clicks"?'],
    ["tier=gold", "/tier", '"tier" is not known here. Anything of your own goes into params.<name>.'],
    ["orderTotal=1", "/orderTotal", '"orderTotal" is not known here. Did you mean "order_total"?'],
    [
      "day_of_week=Monday",
      "/day_of_week",
      '"day_of_week" is not known here. Anything of your own goes into params.<name>.',
    ],
    ["explain=true", "/explain", '"explain" is not known here. Anything of your own goes into params.<name>.'],
    ["params.=x", "/params.", '"params." is not known here. Anything of your own goes into params.<name>.'],
    ["key=x", "/key", "belongs into the query of the address, as key=fm_…, not into the body"],
    ["city=a&city=a", "/city", "was sent twice; send it once"],
    ["amount=1&order_total=1", "/order_total", "says the same as amount; send one of the two"],
    ["p_x=1&params.x=1", "/params.x", "says the same as p_x; send one of the two"],
    ["promo_code=", "/promo_code", "is empty; leave the parameter out where there is nothing to say"],
    ["promo_code", "/promo_code", "is empty; leave the parameter out where there is nothing to say"],
    ["click_id={click_id}", "/click_id", "is the placeholder {click_id}, which the tracker did not fill in"],
    ["click_id=%7B%7Bid%7D%7D", "/click_id", "is the placeholder {{id}}, which the tracker did not fill in"],
    ["click_id=%24%7Bid%7D", "/click_id", "is the placeholder $\u007bid}, which the tracker did not fill in"],
    ["click_id=[CLICK]", "/click_id", "is the placeholder [CLICK], which the tracker did not fill in"],
    ["click_id=%5Bclick_id%5D", "/click_id", "is the placeholder [click_id], which the tracker did not fill in"],
    ["params.__proto__=x", "/params.__proto__", "has a name that no field may have"],
    ["p___proto__=x", "/p___proto__", "has a name that no field may have"],
    ["p_%00=x", "/p_\u0000", "has a name that no field may have"],
    ["city=%E0%A4%A", "/city", "holds a % that stands for no character; write %25 for the sign itself"],
    ["city=%00", "/city", "holds a control character or half a character"],
    ["amount=ten", "/amount", 'must be an amount like "12.50", not "ten"'],
    ["amount=1,50", "/amount", 'must be an amount like "12.50", not "1,50"'],
    ["payout=-1", "/payout", 'must not be negative; got "-1"'],
    ["item_quantity=some", "/item_quantity", 'must be a quantity like 2, not "some"'],
    [
      "occurred_at=2026-11-20",
      "/occurred_at",
      'must be a moment with its offset like "2026-11-20T10:00:00Z", not "2026-11-20"',
    ],
    ["items=S1", "/items", 'must be a JSON list of item lines, like [{"sku":"S1","quantity":"2","amount":"180.00"}]'],
    ['items=[{"skuu":"S1"}]', "/items/0/skuu", '"skuu" is not known here. Did you mean "sku"?'],
    ["items=[]&item_sku=a", "/items", "holds the item lines; send either items or the item_… parameters"],
    ["discount=5&item_amount=1", "/discount", "must not be more than the items come to: 5 is more than 1"],
    [`conversion_id=${"x".repeat(201)}`, "/conversion_id", "is too big: at most 200 characters"],
  ])("%s is refused at %s: %s", (query, pointer, message) => {
    const rest = query.startsWith("event=") || query.startsWith("program=") ? "" : "program=acme&event=sale&";
    expect(read(rest + query)).toEqual({ ok: false, faults: [{ pointer, message }] });
  });

  it("are refused with all their faults", () => {
    const parsed = read("program=acme&amount=ten&city=&city=b&tier=gold");
    expect(parsed).toMatchObject({
      ok: false,
      faults: ["/city", "/city", "/tier", "/event", "/amount"].map((pointer) => ({ pointer })),
    });
  });
});
