import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type PlantedProgram, plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { draftSaved, ranking, row } from "../../testing/ranked-list.ts";
import { factField, ruleTester } from "../../testing/tester-form.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("what can be done to a payout group in the list", () => {
  const { firstmatch, open } = useScreens();

  async function list(): Promise<{ program: PlantedProgram; page: Page }> {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    return { program, page: await open(program.screen()) };
  }

  async function choose(page: Page, name: string, action: string): Promise<void> {
    await row(page, name)
      .getByRole("button", { name: `More for ${name}` })
      .click();
    await page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** The screen and the stored draft say the same ranking. */
  async function rankedAs(page: Page, program: PlantedProgram, names: string[]): Promise<void> {
    await eventually(() => ranking(page)).toEqual(names);
    await eventually(async () => (await program.draft()).terms.events[0]?.groups?.map(({ name }) => name)).toEqual(
      names,
    );
    await draftSaved(page);
  }

  it("is deleted, and comes back at its rank with undo", async () => {
    const { program, page } = await list();
    const before = (await program.draft()).terms;
    await choose(page, "From 200", "Delete");
    await rankedAs(page, program, ["From 300", "From 100"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await rankedAs(page, program, ["From 300", "From 200", "From 100"]);
    expect((await program.draft()).terms).toEqual(before);
  });

  it("is switched off and on", async () => {
    const { program, page } = await list();
    const enabled = async () => (await program.draft()).terms.events[0]?.groups?.[1]?.enabled;
    const toggle = page.getByRole("switch", { name: "From 200 is on" });
    await toggle.click();
    await eventually(enabled).toBe(false);
    await row(page, "From 200").getByText("Off", { exact: true }).waitFor();
    await toggle.click();
    await eventually(enabled).toBe(true);
  });

  it("is duplicated right below itself, with an id of its own", async () => {
    const { program, page } = await list();
    await choose(page, "From 200", "Duplicate");
    await rankedAs(page, program, ["From 300", "From 200", "From 200 (copy)", "From 100"]);
    const groups = (await program.draft()).terms.events[0]?.groups ?? [];
    expect(new Set(groups.map(({ id }) => id)).size).toBe(4);
    expect(groups[2]?.conditions).toEqual(groups[1]?.conditions);
  });

  it.each([
    ["Move up", ["From 200", "From 300", "From 100"]],
    ["Move down", ["From 300", "From 100", "From 200"]],
    ["Move to top", ["From 200", "From 300", "From 100"]],
    ["Move to bottom", ["From 300", "From 100", "From 200"]],
  ])("%s", async (action, names) => {
    const { program, page } = await list();
    await choose(page, "From 200", action);
    await rankedAs(page, program, names);
  });

  it("moves to a rank that is typed", async () => {
    const { program, page } = await list();
    await choose(page, "From 300", "Move to rank…");
    const dialog = page.getByRole("dialog", { name: "Move From 300" });
    await dialog.getByLabel("Rank").fill("3");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await rankedAs(page, program, ["From 200", "From 100", "From 300"]);
  });

  it("moves up by its button, press after press, and the focus goes with it", async () => {
    const { program, page } = await list();
    await page.getByRole("button", { name: "Move From 100 up" }).focus();
    await page.keyboard.press("Enter");
    await rankedAs(page, program, ["From 300", "From 100", "From 200"]);
    await page.keyboard.press("Enter");
    await rankedAs(page, program, ["From 100", "From 300", "From 200"]);
  });

  it("is passed over while the customised groups are off, and the tester says so of every one", async () => {
    const { program, page } = await list();
    await page.getByRole("switch", { name: "Customised groups" }).click();
    await draftSaved(page);
    expect((await program.draft()).terms.events[0]).toMatchObject({ customGroups: false, groups: [{}, {}, {}] });
    await page.getByRole("button", { name: "Try a conversion" }).click();
    const tester = ruleTester(page);
    await factField(tester, "Order total").fill("400");
    await tester.getByRole("button", { name: "Test", exact: true }).click();
    await tester.getByRole("definition").filter({ hasText: "$20.00" }).first().waitFor();
    await eventually(() => tester.getByText("Disabled", { exact: true }).count()).toBe(3);
    await page.getByRole("region", { name: "Default payout of Online sale" }).getByText("Wins the test").waitFor();
  });

  it("is not the default payout: that one can be edited, but neither dragged, moved nor deleted", async () => {
    const { page } = await list();
    const pinned = page.getByRole("region", { name: "Default payout of Online sale" });
    await pinned.waitFor();
    expect(await pinned.getByRole("button").allInnerTexts()).toEqual(["Edit"]);
  });
});
