import { parseTerms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { sale, terms } from "../terms/terms.sample.ts";
import {
  addEventType,
  changeDefault,
  changeEventTypeSettings,
  eventTypeOf,
  removeEventType,
  switchCustomGroups,
} from "./event-type-changes.ts";
import { newEventType, USUAL_EVENT_TYPES } from "./new-event-type.ts";

describe("a new event type", () => {
  it.each([...USUAL_EVENT_TYPES.map(({ type }) => type), "renewal"])("%s is a sound one at either level", (type) => {
    for (const level of ["order", "item"] as const) {
      const added = addEventType(newEventType({ type, name: "New", level })).apply({ ...terms(), events: [] });
      expect(parseTerms(added)).toMatchObject({ ok: true });
    }
  });

  it.each(["click", "impression"])("%s has no item lines, so it is paid per order", (type) => {
    expect(newEventType({ type, name: "New", level: "item" }).level).toBe("order");
  });
});

describe("changes to an event type", () => {
  const before = terms();
  const event = sale();

  it("leave the key alone and take over name and level", () => {
    const changed = changeEventTypeSettings(event, "sale", { name: "Online sale", level: "item" }).apply(before);
    expect(changed.events).toEqual([{ ...event, name: "Online sale", level: "item" }]);
  });

  it("keep the groups when they are switched off as a whole", () => {
    const off = switchCustomGroups(event, false).apply(before);
    expect(eventTypeOf(off, "sale")).toEqual({ ...event, customGroups: false });
  });

  it("take over only the part of the default payout that was edited", () => {
    const theirs = terms({ ...event, default: { ...event.default, setup: { visibility: "private" } } });
    const payout = { model: "CPS", partner: { percent: "7" } } as const;
    const saved = changeDefault(event, { ...event.default, payout }).apply(theirs);
    expect(eventTypeOf(saved, "sale")?.default).toEqual({ payout, setup: { visibility: "private" } });
  });

  it("remove it, and nothing when somebody else did already", () => {
    const removed = removeEventType(event).apply(before);
    expect(removed.events).toEqual([]);
    expect(removeEventType(event).apply(removed)).toEqual(removed);
  });
});
