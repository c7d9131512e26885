import { describe, expect, it } from "vitest";
import { compare } from "../core/compare.ts";
import { MIXES } from "../workload/groups.ts";
import { workloadOf } from "../workload/workload.ts";
import { CONTENDERS, type ContenderName } from "./contender.ts";
import { FIELD } from "./field.ts";

const entered = (workload: ReturnType<typeof workloadOf>) =>
  CONTENDERS.map((name) => FIELD[name](workload)).filter((contender) => contender !== undefined);

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
  const wrong = { name: "closures" as ContenderName, winner: () => "another" };
  await expect(compare([...entered(workload).slice(0, 1), wrong], workload)).rejects.toThrow("closures finds another");
});
