import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { draftSaved } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const line = (page: Page, says: string | RegExp) => page.getByRole("button", { name: says });

describe("the history", () => {
  const { firstmatch, open } = useScreens();

  it("shows a change that was made on screen: who, what, before and after, by keyboard alone", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await page.getByRole("switch", { name: "From 300 is on" }).click();
    await draftSaved(page);

    await page.goto(`/programs/${program.id}`);
    await page.getByRole("link", { name: "History", exact: true }).last().click();
    const change = line(page, /draft changed\. Group “From 300”: turned off/);
    await change.filter({ hasText: "Someone on this machine" }).waitFor();
    await change.focus();
    await page.keyboard.press("Enter");
    const row = page.getByRole("row", { name: /group “From 300”/ });
    await eventually(() => row.getByRole("cell").allInnerTexts()).toEqual([
      "Rank 1: 30 % of the order for Order total is at least $300",
      "Rank 1, off: 30 % of the order for Order total is at least $300",
    ]);
    await page.keyboard.press("Enter");
    await eventually(() => row.count()).toBe(0);
  });

  it("shows the autosaves of one session as one line, which opens to each of them", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    for (const name of ["One", "Two", "Three"]) await program.save((terms) => ({ ...terms, name }));
    const page = await open(`/programs/${program.id}/history`);
    await page.getByText("Times in America/New_York.").waitFor();
    const session = line(page, /Three: 3 changes of the draft since/);
    await session.click();
    await line(page, /the name was “Standard”, is now “One”/).waitFor();
    await line(page, /the name was “Two”, is now “Three”/).click();
    await page.getByRole("row", { name: "Name Two Three" }).waitFor();
  });

  it("is filtered by kind, person and day, and the filter stands in the address", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${program.id}/history`);
    await line(page, /version 1 published/).waitFor();
    await page.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: "Program", exact: true }).click();
    await line(page, /is a new program/).waitFor();
    await eventually(() => line(page, /version 1 published/).count()).toBe(0);
    await page.getByRole("combobox", { name: "Person" }).click();
    await page.getByRole("option", { name: "Someone on this machine" }).click();
    await page.reload();
    await line(page, /is a new program/).waitFor();
    expect(new URL(page.url()).search).toBe("?thing=program&by=local");
    await page.getByLabel("To", { exact: true }).fill("2020-01-01");
    await page.getByText("No change is found by all of this together.").waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await line(page, /version 1 published/).waitFor();
  });

  it("names the program in each line of all programs, and in none where one program is meant", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())], "Gate House");
    const page = await open("/history");
    await line(page, /Gate House · .*version 1 published/).waitFor();
    await page.getByText(/^Times are your own \(.+\)\.$/).waitFor();
    await page.goto(`/history?program=${program.id}`);
    await line(page, /version 1 published/).waitFor();
    await eventually(() => line(page, /Gate House · /).count()).toBe(0);
  });
});
