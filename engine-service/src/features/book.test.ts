import { describe, expect, it } from "vitest";
import { Book } from "./book.ts";
import type { Revised } from "./kept.ts";

interface Code extends Revised {
  partner: string;
}

const code = (_id: string, partner: string, revision = 1): Code => ({
  ...{ _id, partner, revision },
  ...{ changedAt: "2026-11-20T10:00:00.000Z", changedBy: "test" },
});

function started() {
  const book = new Book<Code>();
  const ofPartner = book.by(({ partner }) => partner);
  return { book, idsOf: (partner: string) => ofPartner(partner).map(({ _id }) => _id) };
}

describe("documents in memory", () => {
  it("are found by id and by what they belong to, wherever they went since", () => {
    const { book, idsOf } = started();
    book.put(code("A", "anna"));
    book.put(code("B", "anna"));
    expect([idsOf("anna"), idsOf("ben")]).toEqual([["A", "B"], []]);
    book.put(code("A", "ben", 2));
    expect([idsOf("anna"), idsOf("ben"), book.get("A")?.partner]).toEqual([["B"], ["A"], "ben"]);
  });

  it.each([
    ["an older state", 1],
    ["the same once more", 2],
  ])("pass over %s", (_label, revision) => {
    const { book, idsOf } = started();
    book.put(code("A", "anna", 2));
    book.put(code("A", "ben", revision));
    expect([book.get("A")?.partner, idsOf("anna"), idsOf("ben")]).toEqual(["anna", ["A"], []]);
  });

  it("are held without what only a write needs", () => {
    const { book } = started();
    book.put(code("A", "anna"));
    expect(book.all()).toEqual([{ _id: "A", partner: "anna", revision: 1 }]);
  });
});
