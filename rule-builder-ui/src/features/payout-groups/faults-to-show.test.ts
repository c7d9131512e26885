import { describe, expect, it } from "vitest";
import { faultsStillThere, faultsWhileTyping, withoutTwins } from "./faults-to-show.ts";

const at = (pointer: string) => ({ pointer, message: "wrong" });

describe("the faults that are shown while somebody types", () => {
  const document = { name: "", conditions: { all: [{ fact: "", value: ["", ""] }] }, max: "x", "a/b": "y" };
  it.each(["/max", "/a~1b", "/conditions/all/0", ""])("one at a filled place %s is shown", (pointer) =>
    expect(faultsWhileTyping([at(pointer)], document)).toHaveLength(1),
  );
  it.each(["/name", "/conditions/all/0/fact", "/conditions/all/0/value", "/min"])(
    "one at an empty place %s waits until somebody saves",
    (pointer) => expect(faultsWhileTyping([at(pointer)], document)).toEqual([]),
  );
});

describe("the server's faults", () => {
  it("stay until the value at their place is changed", () => {
    const sent = { name: "A", payout: { max: "1" } };
    const faults = [at("/name"), at("/payout/max")];
    expect(faultsStillThere(faults, sent, { ...sent, name: "B" })).toEqual([at("/payout/max")]);
  });

  it("are shown once where the screen found them too", () =>
    expect(withoutTwins([at("/name"), at("/name"), at("/max")])).toEqual([at("/name"), at("/max")]));
});
