import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const README = read("../../../README.md").replaceAll(/\s+/g, " ");

/** Numbers of a row of the first table in a result that has it, by the first cell. */
function row(result: string, first: string): number[] {
  const line = read(`../results/${result}.md`)
    .split("\n")
    .find((text) => text.startsWith(`| ${first} `));
  if (line === undefined) throw new Error(`results/${result}.md has no row "${first}"`);
  return [...line.slice(first.length + 2).matchAll(/[\d,]+(\.\d+)?/g)].map(([text]) =>
    Number(text.replaceAll(",", "")),
  );
}

const claim = (sentence: RegExp): [number, number] => {
  const [, one, other] = sentence.exec(README) ?? [];
  if (one === undefined || other === undefined) throw new Error(`the README no longer says ${sentence}`);
  return [Number(one.replaceAll(",", "")), Number(other.replaceAll(",", ""))];
};

// The realistic mix stands first in the results; its columns are 10, 100, 1,000 and 10,000 groups.
it.each([
  [
    "the same, conditions ordered",
    /more than ([\d,]+) times as fast as by json-rules-engine, of 10,000 more than ([\d,]+) times/,
  ],
  ["the best other engine", /more than ([\d,]+) times as long for 1,000 groups, more than ([\d,]+) times for 10,000/],
])("the README claims no more than was measured against %s", (name, sentence) => {
  const [, , thousand, tenThousand] = row("core", name);
  const [claimed, claimedOfTen] = claim(sentence);
  expect(thousand).toBeGreaterThan(claimed);
  expect(tenThousand).toBeGreaterThan(claimedOfTen);
});

it("the README claims no more than was measured against Express", () => {
  const [, claimed = "1"] = /answers more (?:than ([\d.]+) times as many )?requests/.exec(README) ?? [];
  const [, , ofExpress] = row("http", "Firstmatch /evaluate");
  expect(ofExpress).toBeGreaterThan(Number(claimed));
});
