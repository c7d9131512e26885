import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { atLeast, group, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const COUNT = 1_000;

// By its text alone: to find something by its role, a thousand rows would be laid out.
const handle = (page: Page, name: string) => page.locator(`[aria-label^="Drag ${name}, rank "]`);
const rows = (page: Page) => page.locator('[aria-label="Payout groups"] > li');
const told = (page: Page) => page.locator('[id^="DndLiveRegion"]');

const rankInDraft = async (program: PlantedProgram, name: string) =>
  ((await program.draft()).terms.events[0]?.groups?.findIndex((found) => found.name === name) ?? -1) + 1;

describe("a list of a thousand groups", () => {
  const { firstmatch, open } = useScreens();

  const plant = () => {
    const groups = Array.from({ length: COUNT }, (_, at) => group(`Group ${at + 1}`, [atLeast(`${at}`)]));
    return plantProgram(firstmatch(), [sale(groups)]);
  };

  it("has every row in the page, for the browser's own search, and moves only those near the sight", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await eventually(() => rows(page).count()).toBe(COUNT);
    await handle(page, "Group 500").focus();
    await page.keyboard.press("Space");
    await eventually(() => told(page).innerText()).toBe(`Picked up Group 500, rank 500 of ${COUNT}`);
    for (let rank = 501; rank <= 505; rank += 1) {
      await page.keyboard.press("ArrowDown");
      await eventually(() => told(page).innerText()).toBe(`Group 500 is over rank ${rank} of ${COUNT}`);
    }
    expect(await rows(page).and(page.locator('[style*="transform"]')).count()).toBeLessThan(100);
    await page.keyboard.press("Space");
    await eventually(() => rankInDraft(program, "Group 500")).toBe(505);
  });

  it("takes in more rows while it scrolls below a group that is held", async () => {
    const program = await plant();
    const page = await open(program.screen());
    const box = await handle(page, "Group 2").boundingBox();
    if (box === null) throw new Error("Group 2 is not on the screen");
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(x, 890, { steps: 5 });
    // Held at the edge, where the page scrolls by itself; far beyond what was near when the group was picked up.
    const over = async () => Number(/over rank (\d+)/.exec(await told(page).innerText())?.[1] ?? 0);
    await eventually(async () => (await over()) > 60).toBe(true);
    await page.mouse.move(x, 450, { steps: 5 });
    await page.mouse.up();
    await eventually(async () => (await rankInDraft(program, "Group 2")) > 50).toBe(true);
  });
});
