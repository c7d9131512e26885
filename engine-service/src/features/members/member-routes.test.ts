import { describe, expect, it } from "vitest";
import { startedWithPartner } from "../../testing/member-doors.ts";

describe("members", () => {
  it("join a program, move, and leave it", async () => {
    const { join, change, leave, member, callOff } = await startedWithPartner();
    const joined = await join("p-7", { terms: "gold" });
    expect([joined.status, joined.headers.get("location"), joined.headers.get("etag")]).toEqual([
      201,
      "/api/programs/acme/members/p-7",
      '"1"',
    ]);
    expect(joined.body).toEqual({});
    expect((await change("p-7", 1, { terms: null })).body).toEqual({});
  });
});
