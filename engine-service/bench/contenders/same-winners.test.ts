import { describe, expect, it } from "vitest";
import { type Compared, compare, winnersOf } from "../core/compare.ts";
import { MIXES } from "../workload/groups.ts";
import { type Workload, workloadOf } from "../workload/workload.ts";
import { CONTENDERS } from "./contender.ts";
import { FIELD } from "./field.ts";

const entered = (workload: Workload): Compared[] =>
  CONTENDERS.flatMap((name) => {
    const contender = FIELD[name](workload);
    return contender === undefined ? [] : [{ name, winners: (places) => winnersOf(contender, places) }];
  });

describe.each(MIXES)("contenders of the benchmark, %s mix", (mix) => {
  it.each([10, 300])("find the same winners among %i groups", async (groups) => {
    const contenders = entered(workloadOf(mix, groups, 150));
    const { compared, hitShare } = await compare(contenders, workloadOf(mix, groups, 150));
    expect(Object.keys(compared)).toEqual(CONTENDERS);
    expect(hitShare).toBeGreaterThan(50);
    expect(hitShare).toBeLessThan(80);
  });
});

it("are not timed when one finds another winner", async () => {
  const workload = workloadOf("realistic", 10, 50);
  const wrong: Compared = { name: "closures", winners: async (places) => places.map(() => "another") };
  await expect(compare([...entered(workload).slice(0, 1), wrong], workload)).rejects.toThrow("closures finds another");
});
