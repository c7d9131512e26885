import { describe, expect, it } from "vitest";
import { editor, valueField } from "../../testing/group-editor.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("choosing a fact by typing", () => {
  const { firstmatch, open } = useScreens();

  /** The first criterion of a new group, with no fact chosen yet. */
  const newCriterion = async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await drawer.getByRole("button", { name: "Add criterion" }).click();
    const fact = drawer.getByRole("combobox", { name: "Fact, criterion 1" });
    return { page, drawer, fact };
  };

  it("takes the first one offered with Enter, and does not send the editor off half-filled", async () => {
    const { page, drawer, fact } = await newCriterion();
    await fact.pressSequentially("Item cat");
    await page.getByRole("option", { name: "Item category", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await eventually(() => fact.inputValue()).toBe("Item category");
    await valueField(drawer, 1, "Item category").waitFor();
    expect(await drawer.getByText("must not be empty").count()).toBe(0);
  });

  it("offers a parameter of one's own for a word that the catalogue does not have", async () => {
    const { page, fact } = await newCriterion();
    await fact.pressSequentially("loyaltyTier");
    await page.getByRole("option", { name: "params.loyaltyTier", exact: true }).click();
    await eventually(() => fact.inputValue()).toBe("params.loyaltyTier");
  });

  it("closes its list with Escape, and leaves the editor open", async () => {
    const { page, fact } = await newCriterion();
    await fact.pressSequentially("Item");
    const option = page.getByRole("option", { name: "Item category", exact: true });
    await option.waitFor();
    await page.keyboard.press("Escape");
    await option.waitFor({ state: "hidden" });
    await fact.waitFor();
    expect(await page.getByRole("dialog").count()).toBe(1);
  });
});
