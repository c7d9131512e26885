import { readFile } from "node:fs/promises";
import type { BulkEdit, Page as PageOf } from "@firstmatch/shared-types";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chooseFrom } from "../../testing/group-editor.ts";
import { chooseByKeys, tabTo } from "../../testing/keyboard.ts";
import { memberRow, membersShown, tick } from "../../testing/member-table.ts";
import { plantWithGold } from "../../testing/planted-gold.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const bulkDialog = (page: Page): Locator => page.getByRole("dialog", { name: /^Bulk edit:/ });

describe("a bulk edit", () => {
  const { firstmatch, open } = useScreens();

  async function withMembers(name: string, people: readonly (readonly [string, string | null])[]) {
    const program = await plantWithGold(firstmatch(), name);
    const ids = await Promise.all(
      people.map(async ([person, terms]) => {
        const { id } = await plantPartner(firstmatch(), { name: person });
        await join(firstmatch(), program.id, { partner: id, terms });
        return id;
      }),
    );
    const payouts = () =>
      Promise.all(ids.map(async (partnerId) => (await program.evaluate({ partnerId, orderTotal: "50" })).payout));
    const edits = async () =>
      ((await firstmatch().fetchJson(`/api/programs/${program.id}/bulk-edits`)) as PageOf<BulkEdit>).items;
    return { program, ids, payouts, edits };
  }

  it("shows what will change for whom, does just that, and reports it line by line", async () => {
    const { program, payouts } = await withMembers("Move Outfitters", [
      ["Ada Move", null],
      ["Bo Move", "gold"],
      ["Cy Move", "standard"],
      ["Di Stay", null],
    ]);
    const page = await open(`/programs/${program.id}/members`);
    for (const name of ["Ada Move", "Bo Move", "Cy Move"]) await tick(page, name);
    await page.getByText("3 selected", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Bulk edit" }).click();
    const dialog = bulkDialog(page);
    await chooseFrom(page, dialog.getByRole("combobox", { name: "What to do" }), "Move to other terms");
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    await dialog.getByRole("button", { name: "See what will change" }).click();

    await dialog.getByText("Will change for 2 members. 1 is so already.").waitFor();
    const lines = dialog.getByRole("table").locator("tbody").getByRole("row");
    expect((await lines.allInnerTexts()).map((line) => line.replaceAll(/\s+/g, " "))).toEqual([
      expect.stringMatching(/^Changes Ada Move .* Gold/),
      expect.stringMatching(/^Changes Cy Move .* from Standard to Gold/),
      expect.stringMatching(/^Stays Bo Move/),
    ]);
    expect(await payouts()).toEqual(["2.50", "4.50", "2.50", "2.50"]);

    await dialog.getByRole("button", { name: "Change 2 members" }).click();
    await dialog.getByText("Changed for 2 members. 1 was so already.").waitFor();
    await eventually(payouts).toEqual(["4.50", "4.50", "4.50", "2.50"]);
    await dialog.getByText("Changed 2", { exact: true }).click();
    await eventually(() => lines.count()).toBe(2);
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "CSV" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file.split("\r\n").map((line) => line.split(",")[1])).toEqual([
      "name",
      "Ada Move",
      "Bo Move",
      "Cy Move",
      undefined,
    ]);

    await dialog.getByRole("button", { name: "Done" }).click();
    await memberRow(page, "Cy Move").getByText("Gold", { exact: true }).waitFor();
    expect(await page.getByRole("region", { name: "Selected members" }).count()).toBe(0);
    await page.getByRole("link", { name: "Bulk edits" }).click();
    await page.getByRole("link", { name: "Move to Gold" }).click();
    await page.getByText("Changed for 2 members. 1 was so already.").waitFor();
    await page.reload();
    await page.getByText("Changed for 2 members. 1 was so already.").waitFor();
  });

  it("of all that a filter finds goes on while nobody looks, by keyboard", async () => {
    const people = Array.from({ length: 60 }, (_, at) => [`Kay ${String(at).padStart(2, "0")}`, null] as const);
    const { program, ids, payouts } = await withMembers("Many Outfitters", people);
    const page = await open(`/programs/${program.id}/members`);
    const press = async (target: Locator, key = "Enter") => {
      await tabTo(page, target);
      await page.keyboard.press(key);
    };
    await eventually(async () => (await membersShown(page)).length).toBe(50);
    await press(page.getByRole("checkbox", { name: "Select all that are shown" }), "Space");
    await press(page.getByRole("button", { name: "Select all 60 members" }));
    await press(page.getByRole("button", { name: "Bulk edit" }));
    const dialog = bulkDialog(page);
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole("combobox", { name: "What to do" }));
    await chooseByKeys(page, "Move to other terms");
    await tabTo(page, dialog.getByRole("combobox", { name: "Terms" }));
    await chooseByKeys(page, "Gold");
    await press(dialog.getByRole("button", { name: "See what will change" }));
    await press(dialog.getByRole("button", { name: "Change 60 members" }));
    await dialog.getByRole("progressbar").waitFor();
    await press(dialog.getByRole("link", { name: "Open its page" }));
    await page.getByRole("heading", { name: "Move to Gold" }).waitFor();
    await page.reload();
    await page.getByText("Changed for 60 members.").waitFor();
    await eventually(payouts).toEqual(ids.map(() => "4.50"));
  });

  it("that is no longer what was shown does nothing until it was looked at again", async () => {
    const { program, ids, edits } = await withMembers("Stale Outfitters", [
      ["Ed Stale", null],
      ["Fay Stale", null],
    ]);
    const page = await open(`/programs/${program.id}/members`, { expects: /status of 412/ });
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.getByRole("button", { name: "Bulk edit" }).click();
    const dialog = bulkDialog(page);
    await chooseFrom(page, dialog.getByRole("combobox", { name: "What to do" }), "Deactivate");
    await dialog.getByRole("button", { name: "See what will change" }).click();
    await dialog.getByText("Will change for 2 members.").waitFor();
    await firstmatch().fetchJson(`/api/programs/${program.id}/members/${ids[0]}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify({ active: false }),
    });
    await dialog.getByRole("button", { name: "Change 2 members" }).click();
    await dialog.getByText("What would change is no longer what you see").waitFor();
    expect(await edits()).toEqual([]);
    await dialog.getByRole("button", { name: "Look again" }).click();
    await dialog.getByText("Will change for 1 member. 1 is so already.").waitFor();
    await dialog.getByRole("button", { name: "Change 1 member" }).click();
    await dialog.getByText("Changed for 1 member. 1 was so already.").waitFor();
    expect(await edits()).toHaveLength(1);
  });

  it("says first whom it refuses, and tries them again once they can be changed", async () => {
    const { program, ids, payouts } = await withMembers("Refusing Outfitters", [
      ["Ian Refused", null],
      ["Jan Moves", null],
    ]);
    const page = await open(`/programs/${program.id}/members`);
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await fetch(`${firstmatch().address}/api/programs/${program.id}/members/${ids[0]}`, {
      method: "DELETE",
      headers: { "if-match": '"1"' },
    });
    await page.getByRole("button", { name: "Bulk edit" }).click();
    const dialog = bulkDialog(page);
    await chooseFrom(page, dialog.getByRole("combobox", { name: "What to do" }), "Move to other terms");
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    await dialog.getByRole("button", { name: "See what will change" }).click();
    await dialog.getByText("Will change for 1 member. 1 is refused.").waitFor();
    const first = dialog.getByRole("table").locator("tbody").getByRole("row").first();
    expect(await first.innerText()).toMatch(/Refused\s+Ian Refused .*\s+is no member of this program/);
    await dialog.getByRole("button", { name: "Change 1 member" }).click();
    await dialog.getByText("Changed for 1 member. 1 was refused.").waitFor();
    await join(firstmatch(), program.id, { partner: ids[0] as string });
    await dialog.getByRole("button", { name: "Try refused ones again" }).click();
    await dialog.getByText("Changed for 2 members.").waitFor();
    await eventually(payouts).toEqual(["4.50", "4.50"]);
  });

  it("gives everyone a personal payout, with the faults of what was typed at their fields", async () => {
    const { program, payouts } = await withMembers("Bonus Outfitters", [
      ["Gil Bonus", null],
      ["Hal Bonus", "gold"],
    ]);
    const page = await open(`/programs/${program.id}/members`);
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.getByRole("button", { name: "Bulk edit" }).click();
    const dialog = bulkDialog(page);
    const what = dialog.getByRole("combobox", { name: "What to do" });
    await chooseFrom(page, what, "Give or change a personal payout");
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Event type" }), "Online sale");
    await dialog.getByRole("textbox", { name: "Title" }).fill("Autumn bonus");
    const percent = dialog.getByRole("textbox", { name: "The partner gets", exact: true });
    await percent.fill("a lot");
    await dialog.getByRole("button", { name: "See what will change" }).click();
    await eventually(() => percent.getAttribute("aria-invalid")).toBe("true");
    await percent.fill("40");
    await dialog.getByRole("button", { name: "See what will change" }).click();
    await dialog.getByRole("button", { name: "Change 2 members" }).click();
    await dialog.getByText("Changed for 2 members.").waitFor();
    await eventually(payouts).toEqual(["20.00", "20.00"]);
  });
});
