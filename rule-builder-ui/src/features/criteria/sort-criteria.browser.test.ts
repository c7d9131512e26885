import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { pickUp, spoken } from "../../testing/keyboard.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const GROUP = "New and 200 or more";

/** The criteria from top to bottom, as their handles name them. */
const order = (drawer: Locator): Promise<(string | null)[]> =>
  drawer
    .getByRole("button", { name: /^Drag criterion/ })
    .evaluateAll((handles) => handles.map((handle) => handle.getAttribute("aria-label")));

const BEFORE = ["Drag criterion 1: Customer status", "Drag criterion 2: Order total"];
const AFTER = ["Drag criterion 1: Order total", "Drag criterion 2: Customer status"];

describe("the order of criteria", () => {
  const { open } = useScreens({ demo: true });

  it("is changed by keyboard, spoken in words; escape puts a held one back and leaves the editor open", async () => {
    const page = await open("/programs/acme/terms/standard/events/sale");
    await page.getByRole("button", { name: GROUP, exact: true }).click();
    const drawer = editor(page, GROUP);
    const handle = drawer.getByRole("button", { name: "Drag criterion 2: Order total", exact: true });
    const pickedUp = "Picked up criterion 2: Order total";
    const moved = "criterion 2: Order total is over place 1 of 2.";

    await pickUp(page, handle, pickedUp);
    await page.keyboard.press("ArrowUp");
    await spoken(page, moved);
    await page.keyboard.press("Escape");
    await spoken(page, "was put back at place 2 of 2.");
    expect(await order(drawer)).toEqual(BEFORE);

    await pickUp(page, handle, pickedUp);
    await page.keyboard.press("ArrowUp");
    await spoken(page, moved);
    await page.keyboard.press("Space");
    await eventually(() => order(drawer)).toEqual(AFTER);
    await save(drawer);
    await closed(drawer);
    await page.getByText("Order total is at least $200 and Customer status is New", { exact: true }).waitFor();
  });
});
