import { expect, it } from "vitest";
import { MIXES } from "./groups.ts";
import { workloadOf } from "./workload.ts";

// That the generated terms and events are accepted needs no test: workloadOf throws where they are not.

it("is the same for the same seed, and another for another", () => {
  const [one, again, other] = ["a", "a", "b"].map((seed) => workloadOf("realistic", 50, 50, seed));
  expect(again).toEqual(one);
  expect(other?.terms).not.toEqual(one?.terms);
  expect(other?.sent).not.toEqual(one?.sent);
});

it.each(MIXES)("asks three to five things in a group, of hundreds of partners: %s mix", (mix) => {
  const { terms, events } = workloadOf(mix, 200, 400);
  const asked = terms.events[0]?.groups?.map(({ conditions }) => conditions.all.length) ?? [];
  expect(asked).toHaveLength(200);
  expect(asked.reduce((sum, count) => sum + count, 0) / 200).toBeGreaterThan(3);
  expect(Math.max(...asked)).toBeLessThan(7);
  expect(new Set(events.map(({ partnerId }) => partnerId)).size).toBeGreaterThan(150);
});
