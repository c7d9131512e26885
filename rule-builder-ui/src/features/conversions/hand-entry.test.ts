import { describe, expect, it } from "vitest";
import { ProblemError } from "../../api/problem-error.ts";
import { faultsOfEntry, proposedId } from "./hand-entry.ts";

const refused = (...errors: { pointer: string; message: string }[]) =>
  new ProblemError({ type: "/problems/invalid", title: "The request has faults", status: 422, detail: "", errors });

describe("a conversion that is entered by hand", () => {
  it("is offered an id of its own, with the day in it", () => {
    const made = Array.from({ length: 50 }, () => proposedId(new Date("2026-11-21T09:00:00Z")));
    expect(made.every((id) => /^hand-20261121-[0-9a-f]{6}$/.test(id))).toBe(true);
    expect(new Set(made).size).toBeGreaterThan(45);
  });

  it("shows each fault where the form has a place for it", () => {
    const error = refused(
      { pointer: "/conversionId", message: "must not be empty" },
      { pointer: "/items/0/amount", message: "must be an amount" },
    );
    expect(faultsOfEntry(error)).toEqual({
      ofId: "Must not be empty",
      ofEvent: [{ pointer: "/event/items/0/amount", message: "must be an amount" }],
      pointers: ["/conversionId", "/items/0/amount"],
    });
  });

  it("leaves to the whole what is wrong with the whole, and has no faults without an error", () => {
    const none = { ofId: undefined, ofEvent: [], pointers: [] };
    expect(faultsOfEntry(refused({ pointer: "", message: "holds amounts too large" }))).toEqual(none);
    expect(faultsOfEntry(null)).toEqual(none);
  });
});
