import { Edit } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { JOINING } from "../partners/joining.ts";
import { joinEdit, joinSelection } from "./chosen-partners.ts";

describe("partners who are to join a program", () => {
  it.each([
    [{ all: false, partners: [{ id: "p-7", name: "Anna" }] }, "an", { partners: ["p-7"] }],
    [{ all: true }, "an", { filter: { search: "an" } }],
    [{ all: true }, "", { filter: {} }],
  ] as const)("%j, searched by %j, are %j", (chosen, search, selection) =>
    expect(joinSelection(chosen, search)).toEqual(selection),
  );

  it.each([
    ["nothing chosen", {}, { kind: "join", terms: null }],
    [
      "terms, a date and a code",
      { terms: "gold", from: "2026-12-01T00:00", code: true },
      { kind: "join", terms: "gold", from: "2026-12-01T00:00:00-05:00", code: true },
    ],
  ])("get what one partner would get: %s", (_, joining, edit) => {
    expect(joinEdit({ timezone: "America/New_York" }, { ...JOINING, ...joining })).toEqual(edit);
    expect(Edit.safeParse(edit).success).toBe(true);
  });
});
