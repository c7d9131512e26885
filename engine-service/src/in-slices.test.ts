import { describe, expect, it } from "vitest";
import { inSlices, mapInSlices } from "./in-slices.ts";

const busyFor = (ms: number) => {
  for (const until = performance.now() + ms; performance.now() < until; );
};

describe("work in slices", () => {
  it("lets others in between, and answers what it made", async () => {
    let others = 0;
    const other = setInterval(() => others++, 0);
    const made = await mapInSlices(
      Array.from({ length: 50 }, (_, at) => at),
      (at) => {
        busyFor(1);
        return at * 2;
      },
    );
    clearInterval(other);
    expect(made).toEqual(Array.from({ length: 50 }, (_, at) => at * 2));
    expect(others).toBeGreaterThan(5);
  });

  it("is done at once where there is little to do", async () => {
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    expect(await inSlices([1, 2, 3].values())).toBeUndefined();
    expect(turned).toBe(false);
  });

  it("ends with what a step throws", async () => {
    await expect(mapInSlices([1], () => expect.fail("a step"))).rejects.toThrow("a step");
  });
});
