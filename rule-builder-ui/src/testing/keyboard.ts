import type { Locator, Page } from "playwright-core";

/** No screen has so many stops before what a test looks for. */
const STOPS = 250;

/** Long enough for all keys to arrive. */
const BUSY_MS = 400;

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((elements) => elements.some((element) => element === element.ownerDocument.activeElement));

/** Presses Tab, or Shift+Tab, until the focus is there: whoever has no mouse gets there as well. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await target.first().waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target}`);
}

/**
 * Keys pressed while the page is busy: all of them are there before it draws, or looks at a clock, for the first one.
 * Whoever types fast on a slow machine does it like this.
 */
export async function pressWhileBusy(page: Page, ...keys: string[]): Promise<void> {
  const busy = page.evaluate((until) => {
    while (Date.now() < until);
  }, Date.now() + BUSY_MS);
  await Promise.all([busy, ...keys.map((key) => page.keyboard.press(key))]);
}

/** In a drop-down that has the focus: opens it and goes down to the option that is meant. */
export async function chooseByKeys(page: Page, option: string): Promise<void> {
  const meant = page.getByRole("option", { name: option, exact: true });
  // What was typed to narrow the list down is drawn first; nobody presses the next key within that frame.
  await drawn(page);
  await page.keyboard.press("ArrowDown");
  await meant.waitFor();
  const id = await meant.getAttribute("id");
  for (let stop = 0; stop < STOPS; stop += 1) {
    if ((await activeOption(page)) === id) {
      await page.keyboard.press("Enter");
      await meant.waitFor({ state: "hidden" });
      return;
    }
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrow keys never reach the option ${option}`);
}

/** The id of the option that the arrow keys stand on. */
const activeOption = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-activedescendant") ?? null);

/** What a screen reader was told last by a live region, in the words that are looked for. */
export const spoken = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole("status").filter({ hasText: words }).first().waitFor({ state: "attached" });

/** Picks up by keyboard what the handle belongs to; from the next frame on it is drawn as held, and follows the arrows. */
export async function pickUp(page: Page, handle: Locator, words: string | RegExp): Promise<void> {
  await tabTo(page, handle);
  await page.keyboard.press("Space");
  await spoken(page, words);
  await drawn(page);
}

/** The frame after next: by then everything that the last key changed stands on the screen. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
