import { Slug } from "@firstmatch/shared-types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freeId, slugOf } from "./free-id.ts";

const SEED = 20_261_121;

describe("an id made from a name", () => {
  it.each([
    ["Acme Outfitters", "acme-outfitters"],
    ["New & 200 or more", "new-200-or-more"],
    ["  Ärger für Zoë ", "arger-fur-zoe"],
    ["ACME,Roadrunning", "acme-roadrunning"],
    ["日本", ""],
  ])("%s → %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it(`fits into an address, or is empty, whatever the name is (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(slug === "" || Slug.safeParse(slug).success).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe("a free id", () => {
  it.each([
    ["shoes", [], "shoes"],
    ["shoes", ["shoes"], "shoes-2"],
    ["shoes", ["shoes", "shoes-2"], "shoes-3"],
    ["shoes-2", ["shoes", "shoes-2"], "shoes-3"],
    ["Shoes", ["shoes"], "Shoes-2"],
  ])("for %s beside %j is %s", (wanted, taken, free) => expect(freeId(wanted, taken)).toBe(free));
});
