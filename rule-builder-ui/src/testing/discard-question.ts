import type { Locator, Page } from "playwright-core";

/** What a dialog asks before it throws away what was entered. */
export const discardQuestion = (page: Page): Locator => page.getByRole("dialog", { name: "Discard what you typed?" });
