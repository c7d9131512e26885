import type { HistoryEntry } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { byDay, foldEntries } from "./fold-entries.ts";
import { entryAt } from "./history.sample.ts";

const draftChange = (time: string, more: Partial<HistoryEntry> = {}) =>
  entryAt(`2026-11-20T${time}:00Z`, {
    thing: { kind: "terms", id: "standard", name: "Standard" },
    before: { name: "a" },
    after: { name: "b" },
    ...more,
  });
const sizes = (...entries: HistoryEntry[]) => foldEntries(entries).map(({ length }) => length);

describe("neighbouring autosaves", () => {
  it("of one person on one draft are one line", () => {
    expect(sizes(draftChange("10:05"), draftChange("10:01"), draftChange("10:00"))).toEqual([3]);
  });

  it.each<[string, HistoryEntry]>([
    ["after a pause", draftChange("09:49")],
    ["by someone else", draftChange("10:00", { by: { id: "leo", name: "Leo" } })],
    ["of other terms", draftChange("10:00", { thing: { kind: "terms", id: "gold", name: "Gold" } })],
    ["of another program", draftChange("10:00", { program: "other" })],
    ["that made the terms", draftChange("10:00", { before: null })],
    ["of another kind of thing", draftChange("10:00", { thing: { kind: "program", id: "standard", name: "S" } })],
  ])("stay apart from a change %s", (_what, other) => {
    expect(sizes(draftChange("10:05"), draftChange("10:00"), other)).toEqual([2, 1]);
  });

  it("go on as long as no pause is too long, however long the session is", () => {
    const session = Array.from({ length: 30 }, (_, at) =>
      entryAt(new Date(Date.parse("2026-11-20T12:00:00Z") - at * 300_000).toISOString(), {
        thing: { kind: "terms", id: "standard", name: "Standard" },
        before: {},
        after: {},
      }),
    );
    expect(sizes(...session)).toEqual([30]);
  });

  it("are the day's on which the newest was made", () => {
    const folds = foldEntries([draftChange("10:05"), draftChange("10:01"), entryAt("2026-11-19T10:00:00Z")]);
    expect(byDay(folds, (at) => at.slice(0, 10)).map((day) => day.length)).toEqual([1, 1]);
  });
});
