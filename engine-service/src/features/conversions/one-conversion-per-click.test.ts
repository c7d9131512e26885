import type { EventSetup } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { ENGINES } from "../../testing/engines.ts";
import { doors, group, saleTerms, startedWithProgram, startService } from "../../testing/test-service.ts";

/** New customers are paid 20 % by a group with this setup, everyone else 10 %. */
const terms = (setup: EventSetup, byDefault: EventSetup = {}) => {
  const fresh = group("new", "customerStatus", "New", "20");
  return saleTerms("10", {
    groups: [{ ...fresh, event: { ...fresh.event, params: { ...fresh.event.params, setup } } }],
    default: { payout: { model: "CPS", partner: { percent: "10" } }, setup: byDefault },
  });
};

describe.each(ENGINES)("one conversion per click: %s", (_engine, engine) => {
  async function started(setup: EventSetup, byDefault?: EventSetup) {
    const open = await engine();
    const acme = await startedWithProgram({ storage: open() });
    await acme.put(terms(setup, byDefault));
    acme.service.clock.advance(1);
    let count = 0;
    const record = async (event: object, service = acme.service) => {
      const { status, body } = await service.send("POST", "/conversions", {
        ...{
          conversionId: `c-${count++}`,
          program: "acme",
          eventType: "sale",
          orderTotal: "100",
          customerStatus: "New",
        },
        ...event,
      });
      expect(status).toBe(200);
      return `${body.match.id ?? body.match.kind}: ${body.reason ?? `${body.status} ${body.payout}`}`;
    };
    return { ...acme, open, record };
  }
  const PAID = "new: payable 20.00";
  const REFUSED = "new: duplicate-click";

  it("is all that a rule takes that is not recurrent; a second one goes on to no other rule", async () => {
    const { record } = await started({ recurrent: false });
    expect(await record({ clickId: "k-1" })).toBe(PAID);
    expect(await record({ clickId: "k-1" })).toBe(REFUSED);
    expect(await record({ clickId: "k-2" })).toBe(PAID);
  });

  it("is not asked of a recurrent rule, nor of events without a click", async () => {
    const recurrent = await started({ recurrent: true });
    for (let at = 0; at < 3; at++) expect(await recurrent.record({ clickId: "k-1" })).toBe(PAID);
    const once = await started({ recurrent: false });
    for (let at = 0; at < 3; at++) expect(await once.record({})).toBe(PAID);
  });

  it("is counted by each rule for itself", async () => {
    const { record } = await started({ recurrent: false }, { recurrent: false });
    expect(await record({ clickId: "k-1" })).toBe(PAID);
    expect(await record({ clickId: "k-1", customerStatus: "Existing" })).toBe("default: payable 10.00");
    expect(await record({ clickId: "k-1", customerStatus: "Existing" })).toBe("default: duplicate-click");
  });

  it("stays counted when a new version is published", async () => {
    const { record, put, service } = await started({ recurrent: false });
    expect(await record({ clickId: "k-1" })).toBe(PAID);
    service.clock.advance(1_000);
    await put(terms({ recurrent: false, visibility: "private" }));
    service.clock.advance(1);
    expect(await record({ clickId: "k-1" })).toBe(REFUSED);
  });

  it("is one for a KPI event as well, and none where the first was rejected", async () => {
    const kpi = await started({ recurrent: false, classification: "kpi" });
    expect(await kpi.record({ clickId: "k-1" })).toBe("new: kpi 0.00");
    expect(await kpi.record({ clickId: "k-1" })).toBe(REFUSED);
    const once = await started({ recurrent: false });
    expect(await once.record({ clickId: "k-1", orderTotal: undefined })).toBe("new: base-missing");
    expect(await once.record({ clickId: "k-1" })).toBe(PAID);
  });

  it("is one of thirty that come at once to two services", async () => {
    const { record, open, service } = await started({ recurrent: false });
    const other = await startService({ storage: open(), clock: service.clock });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, at) => record({ clickId: "k-1" }, at % 2 === 0 ? service : other)),
    );
    expect(answers.sort()).toEqual([...Array(29).fill(REFUSED), PAID]);
  });

  it("leaves /evaluate alone, which records nothing", async () => {
    const { record, service } = await started({ recurrent: false });
    await record({ clickId: "k-1" });
    const { body } = await doors(service).evaluate({ clickId: "k-1", customerStatus: "New" });
    expect([body.status, body.payout]).toEqual(["payable", "20.00"]);
  });
});
