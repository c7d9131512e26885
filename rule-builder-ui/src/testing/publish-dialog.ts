import type { Locator, Page } from "playwright-core";

export const publishDialog = (page: Page): Locator => page.getByRole("dialog", { name: /^Publish version/ });

/** Publishes the draft with the mouse, from now on; waits until the page says that the version is in force. */
export async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = publishDialog(page);
  await dialog.getByLabel("Note").fill(note);
  await dialog.getByLabel("Your name").fill("Mara");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText(/^Version \d+ is in force$/).waitFor();
}
