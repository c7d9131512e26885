import { describe, expect, it } from "vitest";
import { enroll } from "../../testing/members.ts";
import { ifMatch, startedWithProgram } from "../../testing/test-service.ts";

const LINKS = "/api/programs/acme/links";
const SHOES = { partner: "anna", name: "Shoes", url: "https://shop.example/shoes?colour=red" };

async function started() {
  const { service } = await startedWithProgram();
  await enroll(service, ["anna", "ben"]);
  const follow = (id: string) => fetch(`${service.url}/r/${id}`, { redirect: "manual" });
  return { service, follow };
}

describe("links", () => {
  it("lead to their address", async () => {
    const { service, follow } = await started();
    const { status, body } = await service.send("POST", LINKS, SHOES);
    expect([status, body]).toEqual([201, expect.objectContaining({ ...SHOES, active: true, revision: 1 })]);
    const answer = await follow(body.id);
    expect([answer.status, answer.headers.get("location")]).toEqual([
      302,
      expect.stringMatching(/^https:\/\/shop\.example\/shoes\?colour=red&click_id=[0-9a-f]{32}$/),
    ]);
  });

  it.each([
    ["the link is deactivated", "PATCH", `${LINKS}/{id}`, { active: false }],
    ["its member is deactivated", "PATCH", "/api/programs/acme/members/anna", { active: false }],
    ["its member is taken out of the program", "DELETE", "/api/programs/acme/members/anna", undefined],
    ["its partner is inactive", "PATCH", "/api/partners/anna", { status: "inactive" }],
    ["its program is paused", "PATCH", "/api/programs/acme", { status: "paused" }],
  ])("lead nowhere once %s", async (_, method, path, change) => {
    const { service, follow } = await started();
    const { id } = (await service.send("POST", LINKS, SHOES)).body;
    const address = path.replace("{id}", id);
    const { status } = await service.send(method, address, change, ifMatch(1));
    expect(status).toBeLessThan(300);
    expect((await follow(id)).status).toBe(404);
    expect((await follow("nothing")).status).toBe(404);
  });

  it.each([
    ["javascript", { ...SHOES, url: "javascript:alert(1)" }, "/url"],
    ["a path", { ...SHOES, url: "//evil.example" }, "/url"],
    ["a password in it", { ...SHOES, url: "https://anna:secret@shop.example" }, "/url"],
    ["no address at all", { ...SHOES, url: "https://" }, "/url"],
    ["a partner who is no member", { ...SHOES, partner: "carl" }, "/partner"],
    ["an unknown field", { ...SHOES, actve: true }, "/actve"],
  ])("are refused with %s", async (_, body, pointer) => {
    const { service } = await started();
    const refused = await service.send("POST", LINKS, body);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it("are listed by member, the older first, in pages", async () => {
    const { service } = await started();
    for (const [partner, name] of [
      ["anna", "1"],
      ["ben", "2"],
      ["anna", "3"],
    ] as const) {
      await service.send("POST", LINKS, { partner, name, url: "https://shop.example" });
      service.clock.advance(1);
    }
    const names = async (query: string) =>
      (await service.send("GET", LINKS + query)).body.items.map(({ name }: { name: string }) => name);
    expect(await names("")).toEqual(["1", "2", "3"]);
    expect(await names("?partner=anna")).toEqual(["1", "3"]);
    const { nextCursor } = (await service.send("GET", `${LINKS}?limit=2`)).body;
    expect(await names(`?limit=2&cursor=${nextCursor}`)).toEqual(["3"]);
  });

  it("answer 404 for another program's, 412 for what has moved on, 422 for a change of nothing", async () => {
    const { service } = await started();
    const { id } = (await service.send("POST", LINKS, SHOES)).body;
    const patch = (path: string, change: object, revision: number) =>
      service.send("PATCH", path, change, ifMatch(revision)).then(({ status }) => status);
    expect(await patch(`/api/programs/other/links/${id}`, { active: false }, 1)).toBe(404);
    expect(await patch(`${LINKS}/${id}`, { active: false }, 2)).toBe(412);
    expect(await patch(`${LINKS}/${id}`, {}, 1)).toBe(422);
    expect(await patch(`${LINKS}/${id}`, { name: "Boots" }, 1)).toBe(200);
  });
});
