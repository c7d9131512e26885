import type { Locator, Page } from "playwright-core";

export const memberTable = (page: Page): Locator => page.getByRole("table", { name: "Members" });

/** The row of a member in the table of its program. */
export const memberRow = (page: Page, name: string): Locator =>
  memberTable(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name, exact: true }) });

/** The names in the table, from above. */
export const membersShown = (page: Page): Promise<string[]> =>
  memberTable(page).locator("tbody").getByRole("button").allInnerTexts();

export const tick = (page: Page, name: string): Promise<void> =>
  memberTable(page)
    .getByRole("checkbox", { name: `Select ${name}`, exact: true })
    .check();
