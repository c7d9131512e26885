import { describe, expect, it } from "vitest";
import { closed, editor } from "../../testing/group-editor.ts";
import { chooseByKeys, pickUp, spoken, tabTo } from "../../testing/keyboard.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { publishDialog } from "../../testing/publish-dialog.ts";
import { draftSaved, handle, ranking } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const NAME = "Trail boots from Instagram";

const CONVERSION = {
  orderTotal: "400.00",
  referralUrl: "https://www.instagram.com/p/1",
  items: [{ category: "Trail,Road", quantity: 1, amount: "400.00" }],
};

describe("the main job by keyboard alone", () => {
  const { firstmatch, open } = useScreens();

  it("builds a group, ranks it first with spoken ranks, publishes it, and /evaluate changes its winner", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open("/");
    const { keyboard } = page;
    const { name } = (await firstmatch().fetchJson(`/api/programs/${program.id}`)) as { name: string };
    await tabTo(page, page.getByRole("link", { name, exact: true }));
    await keyboard.press("Enter");
    await tabTo(page, page.getByRole("link", { name: "Standard", exact: true }));
    await keyboard.press("Enter");

    await tabTo(page, page.getByRole("button", { name: "Add group" }));
    await keyboard.press("Enter");
    const drawer = editor(page, "New payout group");
    await tabTo(page, drawer.getByRole("textbox", { name: "Name" }));
    await keyboard.type(NAME);
    for (const fact of ["Item category", "Referral URL"]) {
      await tabTo(page, drawer.getByRole("button", { name: "Add criterion" }));
      await keyboard.press("Enter");
      await tabTo(page, drawer.getByRole("combobox", { name: /^Fact, criterion/ }).last());
      await keyboard.type(fact);
      await chooseByKeys(page, fact);
      if (fact === "Referral URL") {
        await tabTo(page, drawer.getByRole("combobox", { name: "Operator, criterion 2" }));
        await chooseByKeys(page, "matches");
      }
      await tabTo(page, drawer.getByRole("textbox", { name: new RegExp(`^Value, criterion \\d: ${fact}$`) }));
      await keyboard.type(fact === "Item category" ? '"Trail,Road", Boots' : "*instagram*");
    }
    await tabTo(page, drawer.getByRole("textbox", { name: "The partner gets", exact: true }));
    await keyboard.press("Control+A");
    await keyboard.type("25");
    await tabTo(page, drawer.getByRole("button", { name: "Save" }));
    await keyboard.press("Enter");
    await closed(drawer);
    await draftSaved(page);
    expect(await ranking(page)).toEqual(["From 300", "From 200", "From 100", NAME]);

    await pickUp(page, handle(page, NAME), `Picked up ${NAME}, rank 4 of 4`);
    for (const rank of [3, 2, 1]) {
      await keyboard.press("ArrowUp");
      await spoken(page, `${NAME} is over rank ${rank} of 4`);
    }
    await keyboard.press("Space");
    await spoken(page, `Moved ${NAME} to rank 1 of 4`);
    await eventually(() => ranking(page)).toEqual([NAME, "From 300", "From 200", "From 100"]);
    await draftSaved(page);
    expect(await program.evaluate(CONVERSION)).toMatchObject({ match: { id: "from-300" }, terms: { version: 1 } });

    await tabTo(page, page.getByRole("button", { name: /^Publish/ }), "Shift+Tab");
    await keyboard.press("Enter");
    const dialog = publishDialog(page);
    await tabTo(page, dialog.getByLabel("Note"));
    await keyboard.type("Instagram sends us boots");
    await tabTo(page, dialog.getByLabel("Your name"));
    await keyboard.type("Mara");
    await tabTo(page, dialog.getByRole("button", { name: "Publish", exact: true }));
    await keyboard.press("Enter");
    await page.getByText("Version 2 is in force", { exact: true }).waitFor();
    expect(await program.evaluate(CONVERSION)).toMatchObject({ match: { name: NAME, rank: 1 }, terms: { version: 2 } });
  });

  it("leaves everything as it was when Escape ends a keyboard drag, and keeps the focus on the handle", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    const { revision } = await program.draft();
    await pickUp(page, handle(page, "From 100"), "Picked up From 100, rank 3 of 3");
    await page.keyboard.press("ArrowUp");
    await spoken(page, "From 100 is over rank 2 of 3");
    await page.keyboard.press("Escape");
    await spoken(page, "Cancelled. From 100 stays at rank 3 of 3");
    expect(await ranking(page)).toEqual(["From 300", "From 200", "From 100"]);
    await tabTo(page, handle(page, "From 100"));
    expect((await program.draft()).revision).toBe(revision);
  });

  it("goes on with the next rank after a group was put down: the focus stays on its handle", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await tabTo(page, handle(page, "From 100"));
    for (const [rank, left] of [
      [2, ["From 300", "From 100", "From 200"]],
      [1, ["From 100", "From 300", "From 200"]],
    ] as const) {
      expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(/^Drag From 100/);
      await pickUp(page, handle(page, "From 100"), `Picked up From 100, rank ${rank + 1} of 3`);
      await page.keyboard.press("ArrowUp");
      await spoken(page, `From 100 is over rank ${rank} of 3`);
      await page.keyboard.press("Space");
      await eventually(() => ranking(page)).toEqual(left);
    }
    await draftSaved(page);
    expect((await program.draft()).terms.events[0]?.groups?.map(({ name }) => name)).toEqual([
      "From 100",
      "From 300",
      "From 200",
    ]);
  });
});
