import { describe, expect, it } from "vitest";
import { chooseFrom } from "../../testing/group-editor.ts";
import { chooseByKeys, tabTo } from "../../testing/keyboard.ts";
import { memberRow, membersShown } from "../../testing/member-table.ts";
import { plantWithGold } from "../../testing/planted-gold.ts";
import { plantPartner } from "../../testing/planted-partner.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("joining a program", () => {
  const { firstmatch, open } = useScreens();

  it("lets a partner join by the terms that are chosen, with a code, and pays it by them", async () => {
    const program = await plantWithGold(firstmatch(), "Joined Outfitters");
    const ada = await plantPartner(firstmatch(), { name: "Ada Joins" });
    await plantPartner(firstmatch(), { name: "Somebody else" });
    const page = await open(`/programs/${program.id}`);
    await page.getByRole("link", { name: "Members", exact: true }).click();
    await page.getByRole("heading", { name: "No members yet" }).waitFor();
    await page.getByRole("button", { name: "Add members" }).click();
    const dialog = page.getByRole("dialog", { name: "Add members" });
    await dialog.getByRole("searchbox").fill("ada j");
    const found = dialog.getByRole("list", { name: "Partners found" });
    await eventually(() => found.getByRole("checkbox").count()).toBe(1);
    await found.getByRole("checkbox", { name: "Ada Joins" }).check();
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    await dialog.getByRole("checkbox", { name: "Give it a promo code" }).check();
    await dialog.getByRole("button", { name: "Add member", exact: true }).click();
    await page.getByText("Ada Joins is in Joined Outfitters now").waitFor();

    const row = memberRow(page, "Ada Joins");
    await row.getByText("Gold", { exact: true }).waitFor();
    expect(await row.getByText(/^ADAJOINS\d\d$/).count()).toBe(1);
    await eventually(() => program.evaluate({ partnerId: ada.id, orderTotal: "100" })).toMatchObject({
      terms: { id: "gold" },
      payout: "9.00",
    });
  });

  it("lets several join at once, by keyboard, after a look at what will happen", async () => {
    const program = await plantWithGold(firstmatch(), "Keyboard Outfitters");
    for (const name of ["Kim Keys", "Kaya Keys"]) await plantPartner(firstmatch(), { name });
    const page = await open(`/programs/${program.id}/members`);
    await tabTo(page, page.getByRole("button", { name: "Add members" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Add members" });
    await dialog.waitFor();
    await tabTo(page, dialog.getByRole("searchbox"));
    await page.keyboard.type("Keys");
    await eventually(() => dialog.getByRole("list", { name: "Partners found" }).getByRole("checkbox").count()).toBe(2);
    await tabTo(page, dialog.getByRole("button", { name: "Choose all found" }));
    await page.keyboard.press("Enter");
    await tabTo(page, dialog.getByRole("combobox", { name: "Terms" }));
    await chooseByKeys(page, "Gold");
    expect(await dialog.getByRole("checkbox", { name: "Give each a promo code" }).isChecked()).toBe(false);
    await tabTo(page, dialog.getByRole("button", { name: "See what will change" }));
    await page.keyboard.press("Enter");
    await dialog.getByText("Will change for 2 members.").waitFor();
    expect(await membersShown(page).catch(() => [])).toEqual([]);
    await tabTo(page, dialog.getByRole("button", { name: "Add 2 members" }));
    await page.keyboard.press("Enter");
    await dialog.getByText("Changed for 2 members.").waitFor();
    await tabTo(page, dialog.getByRole("button", { name: "Done" }));
    await page.keyboard.press("Enter");
    await eventually(() => membersShown(page)).toEqual(["Kaya Keys", "Kim Keys"]);
  });
});
