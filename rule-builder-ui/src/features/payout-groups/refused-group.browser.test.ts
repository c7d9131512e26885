import { describe, expect, it } from "vitest";
import { addCriterion, chooseFrom, closed, editor, save, valueField } from "../../testing/group-editor.ts";
import { atLeast, group, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { rankedList } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("a group with a fault is shown it at its field, and is not saved", () => {
  const { firstmatch, open } = useScreens();
  const plant = () => plantProgram(firstmatch(), [sale([group("From 200", [atLeast("200")], "20")])]);
  const stored = async (program: PlantedProgram) => (await program.draft()).terms.events[0]?.groups;

  it("a half-typed quotation mark: what was typed is still there, and can be mended", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await drawer.getByRole("textbox", { name: "Name" }).fill("Trail");
    await addCriterion(drawer, 1, { fact: "Item category", value: '"Trail,Road' });
    await save(drawer);
    const field = valueField(drawer, 1, "Item category");
    await drawer
      .getByText(/a quotation mark is left open/)
      .first()
      .waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe('"Trail,Road');
    expect(await stored(program)).toHaveLength(1);

    await field.fill('"Trail,Road"');
    await save(drawer);
    await closed(drawer);
    expect((await stored(program))?.at(-1)?.conditions).toEqual({
      all: [{ fact: "itemCategory", operator: "isAnyOf", value: ["Trail,Road"] }],
    });
  });

  it("a payout per click without its amount: the percent of before is never taken for dollars", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    await chooseFrom(page, drawer.getByRole("combobox", { name: "Model" }), "Per click (CPC)");
    await drawer.getByText("USD per click", { exact: true }).waitFor();
    await save(drawer);
    const field = drawer.getByRole("textbox", { name: "The partner gets", exact: true });
    await eventually(() => field.getAttribute("aria-invalid")).toBe("true");
    await field.fill("20 %");
    await drawer
      .getByText(/must be an amount like "12.50", not "20 %"/)
      .first()
      .waitFor();
    await save(drawer);
    expect(await field.inputValue()).toBe("20 %");
    expect((await stored(program))?.[0]?.event.params.payout.model).toBe("CPS");

    await field.fill("0.05");
    await save(drawer);
    await closed(drawer);
    expect((await stored(program))?.[0]?.event.params.payout).toEqual({ model: "CPC", partner: { fixed: "0.05" } });
  });

  it("a half-filled row: it neither vanishes nor widens the group", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    await addCriterion(drawer, 2, { fact: "Item category", value: "" });
    await save(drawer);
    const field = valueField(drawer, 2, "Item category");
    await drawer.getByText(/Pays 20 % .*when Order total is at least \$200 and Item category is …/).waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect((await stored(program))?.[0]?.conditions).toEqual({ all: [atLeast("200")] });

    await drawer.getByRole("button", { name: "Add criterion" }).click();
    await save(drawer);
    await drawer.getByRole("combobox", { name: "Fact, criterion 3" }).waitFor();
    expect((await stored(program))?.[0]?.conditions).toEqual({ all: [atLeast("200")] });
  });

  it("no criterion at all: it would take every conversion", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await drawer.getByRole("textbox", { name: "Name" }).fill("Everyone");
    await save(drawer);
    await drawer
      .getByText(/a group needs at least one condition/)
      .first()
      .waitFor();
    expect(await stored(program)).toHaveLength(1);
  });
});
