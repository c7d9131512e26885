import { describe, expect, it } from "vitest";
import { faultsBeside } from "./faults-at.ts";

const at = (pointer: string) => ({ pointer, message: "is wrong" });

describe("faults beside the fields of a form", () => {
  it.each([
    ["those of a field, and inside it, are left out", ["/name", "/tags/0"], ["/name", "/tags"], []],
    ["those that no field shows stay", ["", "/name", "/revision"], ["/name"], ["", "/revision"]],
    ["a field of a longer name is another field", ["/from", "/fromAll"], ["/from"], ["/fromAll"]],
    ["without fields all stay", ["/name"], [], ["/name"]],
  ])("%s", (_, pointers, shown, left) => {
    expect(faultsBeside(pointers.map(at), shown)).toEqual(left.map(at));
  });
});
