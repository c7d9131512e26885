import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCurl, shellQuote, simulateCurl } from "./curl.ts";

const SEED = 20261121;
const OPEN = { origin: "http://127.0.0.1:3000", signIn: false };

/** The words that a POSIX shell makes of a command line. An argument cannot hold NUL, so NUL parts them. */
const shellWords = (line: string, env = process.env): string[] =>
  execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8", env })
    .split("\0")
    .slice(0, -1);

describe("copy as curl", () => {
  it(`quotes any text into one word of the shell (seed ${SEED})`, () => {
    const text = fc
      .oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^['"\\$`!* \n;&|<>#~-]*$/))
      .filter((word) => !word.includes("\0"));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 200 }), (texts) => {
        expect(shellWords(texts.map(shellQuote).join(" "))).toEqual(texts);
      }),
      { seed: SEED, numRuns: 20 },
    );
  });

  it("sends the event with its program and asks for the explanation", () => {
    const event = { eventType: "sale", source: "Anna's $HOME `ls`", orderTotal: "250.00" };
    const words = shellWords(evaluateCurl(OPEN, "acme", event));
    expect(words.slice(0, -1)).toEqual([
      "curl",
      "-sS",
      "http://127.0.0.1:3000/evaluate",
      "-H",
      "content-type: application/json",
      "--data-raw",
    ]);
    expect(JSON.parse(words.at(-1) ?? "")).toEqual({ ...event, program: "acme", explain: true });
  });

  it("sends terms and a made-up past along, where there is one", () => {
    const question = { terms: {}, partner: { id: "p-7", past: { partnerConversions: "12" } }, event: {} };
    const words = shellWords(simulateCurl(OPEN, question));
    expect(words).toContain("http://127.0.0.1:3000/simulate");
    expect(JSON.parse(words.at(-1) ?? "")).toEqual(question);
  });

  it("takes the key from the shell where the service asks for one", () => {
    const line = evaluateCurl({ ...OPEN, signIn: true }, "acme", {});
    const words = shellWords(line, { ...process.env, FIRSTMATCH_KEY: "fm_1" });
    expect(words).toContain("Authorization: Bearer fm_1");
    expect(evaluateCurl(OPEN, "acme", {})).not.toContain("Authorization");
  });
});
