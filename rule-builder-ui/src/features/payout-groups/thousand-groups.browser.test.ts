import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { atLeast, group, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { middleOf } from "../../testing/ranked-list.ts";
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

  it("counts every press, though the page scrolls more slowly and rows above turn out higher than thought", async () => {
    const program = await plant();
    const page = await open(program.screen());
    const press = async (key: string, times: number) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    };
    await handle(page, "Group 980").focus();
    await page.keyboard.press("Space");
    await eventually(() => told(page).innerText()).toBe(`Picked up Group 980, rank 980 of ${COUNT}`);
    for (let rank = 970; rank >= 940; rank -= 10) {
      await press("ArrowUp", 10);
      await eventually(() => told(page).innerText()).toBe(`Group 980 is over rank ${rank} of ${COUNT}`);
    }
    await press("ArrowDown", 5);
    await page.keyboard.press("Space");
    await eventually(() => rankInDraft(program, "Group 980")).toBe(945);

    await handle(page, "Group 990").focus();
    await page.keyboard.press("Space");
    await eventually(() => told(page).innerText()).toBe(`Picked up Group 990, rank 990 of ${COUNT}`);
    await press("ArrowDown", 15);
    await eventually(() => told(page).innerText()).toBe(`Group 990 is over rank ${COUNT} of ${COUNT}`);
    await page.keyboard.press("Escape");
    await eventually(() => told(page).innerText()).toBe(`Cancelled. Group 990 stays at rank 990 of ${COUNT}`);
    expect(await rankInDraft(program, "Group 990")).toBe(990);
  });

  it("takes in more rows while it scrolls below a group that is held", async () => {
    const program = await plant();
    const page = await open(program.screen());
    await handle(page, "Group 2").hover();
    await page.mouse.down();
    const { x, y } = await middleOf(handle(page, "Group 2"));
    await page.mouse.move(x, y + 8, { steps: 2 });
    await eventually(() => told(page).innerText()).toBe(`Picked up Group 2, rank 2 of ${COUNT}`);
    // Far beyond what was near when the group was picked up.
    await page.mouse.wheel(0, 6_000);
    const over = async () => Number(/over rank (\d+)/.exec(await told(page).innerText())?.[1] ?? 0);
    await eventually(async () => (await over()) > 40).toBe(true);
    await page.mouse.up();
    await eventually(async () => (await rankInDraft(program, "Group 2")) > 30).toBe(true);
  });
});
