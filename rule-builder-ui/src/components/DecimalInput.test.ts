import { describe, expect, it } from "vitest";
import { tidyDecimal } from "./DecimalInput.tsx";

describe("a number as it was typed, tidied when the field is left", () => {
  it.each([
    ["200", "200"],
    [" 200.00 ", "200.00"],
    ["1,234.5", "1234.5"],
    ["1,234,567", "1234567"],
    [".5", "0.5"],
    ["12.", "12"],
    ["-3", "-3"],
  ])("%s becomes %s", (typed, tidy) => expect(tidyDecimal(typed)).toBe(tidy));

  it.each(["12,50", "1,23", "12 x", "", "-", "1e3", "."])("%s might mean something else and stays", (typed) =>
    expect(tidyDecimal(typed)).toBe(typed),
  );
});
