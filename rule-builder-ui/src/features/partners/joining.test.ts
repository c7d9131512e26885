import { Edit, NewMember } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { JOINING, joinEdit, newMember } from "./joining.ts";

const acme = { timezone: "America/New_York" };

describe("adding a partner to a program", () => {
  it.each([
    ["nothing chosen: the default terms, no dates, no code", {}, { terms: null }],
    ["terms", { terms: "gold" }, { terms: "gold" }],
    [
      "dates, on the clocks of the program",
      { from: "2026-12-01T00:00", until: "2027-07-01T00:00" },
      { terms: null, from: "2026-12-01T00:00:00-05:00", until: "2027-07-01T00:00:00-04:00" },
    ],
    ["a promo code", { code: true }, { terms: null, code: true }],
  ])("sends what was chosen: %s", (_, chosen, sent) => {
    const member = newMember("p-7", acme, { ...JOINING, ...chosen });
    expect(member).toEqual({ partner: "p-7", ...sent });
    expect(NewMember.safeParse(member).success).toBe(true);
    const edit = joinEdit(acme, { ...JOINING, ...chosen });
    expect(edit).toEqual({ kind: "join", ...sent });
    expect(Edit.safeParse(edit).success).toBe(true);
  });
});
