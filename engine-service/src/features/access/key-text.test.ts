import { describe, expect, it } from "vitest";
import { hashOf, keyIdIn, newKeyId, newKeyText, sameText } from "./key-text.ts";

describe("the text of a key", () => {
  it("names its key and holds 256 random bits", () => {
    const id = newKeyId();
    const texts = Array.from({ length: 1_000 }, () => newKeyText(id));
    expect(new Set(texts).size).toBe(1_000);
    for (const text of texts) {
      expect(text).toMatch(new RegExp(`^fm_${id}_[0-9a-f]{64}$`));
      expect(keyIdIn(text)).toBe(id);
    }
  });

  it.each(["", "fm_", "fm_0123456789ab_", `fm_0123456789AB_${"0".repeat(64)}`, `x fm_0123456789ab_${"0".repeat(64)}`])(
    "is not %j",
    (text) => {
      expect(keyIdIn(text)).toBeUndefined();
    },
  );

  it("is compared whole, whatever the lengths", () => {
    const hash = hashOf("a key");
    expect(sameText(hash, hashOf("a key"))).toBe(true);
    for (const other of ["", hash.slice(1), `${hash}0`, hashOf("a kez"), "é"])
      expect(sameText(hash, other)).toBe(false);
  });
});
