import { describe, expect, it } from "vitest";
import { startedWithPartner } from "../../testing/member-doors.ts";
import { ifMatch } from "../../testing/test-service.ts";

const PROGRAM = "/api/programs/acme";

/** Changes the settings one after the other, and asks in the end what an event of each time in between was paid. */
async function along(changes: readonly object[], events: readonly object[]) {
  const { service, evaluate, addPartner, join } = await startedWithPartner();
  await join("p-7", { terms: "gold" });
  await addPartner("p-8");
  await join("p-8");
  await service.send("POST", `${PROGRAM}/codes`, { partner: "p-8", code: "SUMMER" });
  const times: string[] = [];
  const wait = () => service.clock.advance(60_000);
  for (const [at, change] of [{}, ...changes].entries()) {
    const { status } = at === 0 ? { status: 200 } : await service.send("PATCH", PROGRAM, change, ifMatch(at));
    expect(status).toBe(200);
    wait();
    times.push(service.clock.now().toISOString());
    wait();
  }
  return Promise.all(
    times.map((occurredAt) =>
      Promise.all(
        events.map(async (event) => {
          const { body } = await evaluate({ ...event, occurredAt });
          return `${body.partnerId} ${body.reason ?? body.payout}`;
        }),
      ),
    ),
  );
}

describe("the settings of a program", () => {
  it("hold from their change on: paused and ended programs pay nothing, and did before", async () => {
    const changes = [{ status: "paused" }, { status: "active" }, { status: "ended" }];
    expect(await along(changes, [{ partnerId: "p-7" }, {}])).toEqual([
      ["p-7 20.00", "null 10.00"],
      ["p-7 not-active", "null not-active"],
      ["p-7 20.00", "null 10.00"],
      ["p-7 not-active", "null not-active"],
    ]);
  });

  it("say whether partners who are no members are paid, and did so at their time", async () => {
    const changes = [{ access: "members-only" }, { access: "open" }];
    expect(await along(changes, [{ partnerId: "p-7" }, { partnerId: "p-9" }])).toEqual([
      ["p-7 20.00", "p-9 10.00"],
      ["p-7 20.00", "p-9 not-a-member"],
      ["p-7 20.00", "p-9 10.00"],
    ]);
  });

  it("say whether a promo code wins over another member's click, and did so at their time", async () => {
    const changes = [{ attribution: "click" }, { attribution: "code" }];
    expect(await along(changes, [{ partnerId: "p-7", promoCode: "summer" }])).toEqual([
      ["p-8 10.00"],
      ["p-7 20.00"],
      ["p-8 10.00"],
    ]);
  });

  it("change several at once, and are what was changed last", async () => {
    const { service } = await startedWithPartner();
    const change = { status: "paused", access: "members-only", attribution: "click", codePattern: "A{NNN}" };
    expect((await service.send("PATCH", PROGRAM, change, ifMatch(1))).body).toMatchObject({ ...change, revision: 2 });
    await service.send("PATCH", PROGRAM, { access: "open" }, ifMatch(2));
    expect((await service.send("GET", PROGRAM)).body).toMatchObject({ ...change, access: "open", revision: 3 });
  });

  it("write nothing where they are so already", async () => {
    const { service } = await startedWithPartner();
    const same = await service.send("PATCH", PROGRAM, { status: "active", access: "open" }, ifMatch(1));
    expect([same.status, same.headers.get("etag")]).toEqual([200, '"1"']);
  });

  it("are refused where nothing was sent", async () => {
    const { service } = await startedWithPartner();
    const reply = await service.send("PATCH", PROGRAM, {}, ifMatch(1));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, ""]);
    expect(reply.body.detail).toContain("changes nothing");
  });

  it.each([
    ["status", { status: "stopped" }],
    ["access", { access: "closed" }],
    ["attribution", { attribution: "Code" }],
    ["codePattern", { codePattern: "{NAME}" }],
    ["codePattern", { codePattern: "{NAME} {NN}" }],
    ["codePattern", { codePattern: "" }],
    ["settings", { settings: [] }],
  ])("are refused with 422, by /%s: %j", async (field, change) => {
    const { service } = await startedWithPartner();
    const reply = await service.send("PATCH", PROGRAM, change, ifMatch(1));
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([422, `/${field}`]);
    expect((await service.send("GET", PROGRAM)).body.revision).toBe(1);
  });
});
