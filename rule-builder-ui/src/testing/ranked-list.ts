import type { Locator, Page } from "playwright-core";
import { eventually } from "./use-screens.ts";

export const rankedList = (page: Page): Locator => page.getByRole("list", { name: "Payout groups", exact: true });

/** The row of a group in the ranked list. */
export const row = (page: Page, name: string): Locator =>
  rankedList(page)
    .getByRole("listitem")
    .filter({ has: page.getByRole("button", { name, exact: true }) });

export const handle = (page: Page, name: string): Locator =>
  rankedList(page).getByRole("button", { name: new RegExp(`^Drag ${escaped(name)}, rank`) });

/** The names as ranked on screen; each handle says its own rank, and these have no gaps. */
export async function ranking(page: Page): Promise<string[]> {
  const labels = await rankedList(page)
    .getByRole("button", { name: /^Drag .*, rank \d+ of \d+$/ })
    .evaluateAll((handles) => handles.map((element) => element.getAttribute("aria-label") ?? ""));
  return labels.map((label, at) => {
    const [, name = label, rank, count] = /^Drag (.*), rank (\d+) of (\d+)$/.exec(label) ?? [];
    return Number(rank) === at + 1 && Number(count) === labels.length ? name : label;
  });
}

/** Waits until the draft mark says that the service has it all. */
export const draftSaved = async (page: Page): Promise<void> => {
  await eventually(() => page.getByRole("status", { name: "Draft" }).innerText()).toBe("Draft saved");
};

/** Drags by the handle with the mouse to where the rank is; lets go as soon as the list has made room there. */
export async function dragToRank(page: Page, name: string, rank: number): Promise<void> {
  await handle(page, name).scrollIntoViewIfNeeded();
  const names = await ranking(page);
  const below = (await middleOf(handle(page, names[rank - 1] ?? ""))).y - (await top(page));
  const from = await middleOf(handle(page, name));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + (rank > names.indexOf(name) ? 8 : -8), { steps: 2 });
  const room = page.getByRole("status").filter({ hasText: `${name} is over rank ${rank} of ${names.length}` });
  // The page may scroll while a group is held at its edge, so the hand follows the list.
  await eventually(async () => {
    await page.mouse.move(from.x, (await top(page)) + below, { steps: 4 });
    return room.count();
  }).toBe(1);
  await page.mouse.up();
}

const top = async (page: Page): Promise<number> => (await boxOf(rankedList(page))).y;

export async function middleOf(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on the screen`);
  return box;
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
