import { parseTerms, type Terms } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { group, groupIds, sale, terms } from "../terms/terms.sample.ts";
import { addGroup, duplicateGroup, moveGroup, removeGroup, replaceGroup, switchGroup } from "./group-changes.ts";

const [a, b, c] = [group("a"), group("b"), group("c")];
const groupIn = (document: Terms, id: string) => document.events[0]?.groups?.find((found) => found.id === id);

describe("changes to the payout groups", () => {
  it.each([
    ["move", moveGroup("sale", c, 1), "c a b"],
    ["remove", removeGroup("sale", b), "a c"],
    ["add", addGroup("sale", group("x"), 2), "a x b c"],
    ["duplicate below the original", duplicateGroup("sale", [a, b, c], b), "a b b-2 c"],
    ["nothing of an event type that is not there", moveGroup("lead", c, 1), "a b c"],
  ])("%s", (_, change, wanted) => {
    const changed = change.apply(terms());
    expect(groupIds(changed)).toBe(wanted);
    expect(parseTerms(changed)).toMatchObject({ ok: true });
  });

  it("gives a group that is added a free id, even when its own was taken meanwhile", () => {
    expect(groupIds(addGroup("sale", group("b"), 1).apply(terms()))).toBe("b-2 a b c");
  });

  it("brings a removed group back to its rank", () => {
    expect(groupIds(addGroup("sale", b, 2).apply(removeGroup("sale", b).apply(terms())))).toBe("a b c");
  });

  it("switches a group off and on and leaves the others alone", () => {
    const off = switchGroup("sale", b, false).apply(terms());
    expect([groupIn(off, "a")?.enabled, groupIn(off, "b")?.enabled]).toEqual([undefined, false]);
    expect(groupIn(switchGroup("sale", b, true).apply(off), "b")?.enabled).toBe(true);
  });
});

describe("an edited group, saved on a draft that has moved on", () => {
  const edited = { ...b, name: "Better name" };
  const change = replaceGroup("sale", b, edited, 2);

  it("takes over what was edited and keeps what somebody else changed in it", () => {
    const theirs = terms(sale([a, { ...b, enabled: false }, c]));
    expect(groupIn(change.apply(theirs), "b")).toEqual({ ...edited, enabled: false });
  });

  it("follows the group to its new rank", () => {
    expect(groupIds(change.apply(terms(sale([b, a, c]))))).toBe("b a c");
  });

  it("brings the group back at its rank when somebody removed it", () => {
    const saved = change.apply(terms(sale([a, c])));
    expect(groupIds(saved)).toBe("a b c");
    expect(groupIn(saved, "b")).toEqual(edited);
  });
});
