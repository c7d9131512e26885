import { describe, expect, it } from "vitest";
import { discardQuestion } from "../../testing/discard-question.ts";
import { chooseFrom } from "../../testing/group-editor.ts";
import { hasFocus, tabTo } from "../../testing/keyboard.ts";
import { memberRow, membersShown } from "../../testing/member-table.ts";
import { plantWithGold } from "../../testing/planted-gold.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the members of a program", () => {
  const { firstmatch, open } = useScreens();

  async function withMembers(name: string) {
    const program = await plantWithGold(firstmatch(), name);
    for (const [person, terms, tags] of [
      ["Ana Alpha", "gold", ["vip"]],
      ["Ben Beta", "gold", []],
      ["Cleo Gamma", null, ["vip"]],
    ] as const) {
      const { id } = await plantPartner(firstmatch(), { name: person, tags: [...tags] });
      await join(firstmatch(), program.id, { partner: id, terms, code: true });
    }
    return program;
  }

  it("are found by terms, tag and search, and the address finds them again", async () => {
    const program = await withMembers("Filter Outfitters");
    const page = await open(`/programs/${program.id}/members`);
    await eventually(() => membersShown(page)).toEqual(["Ana Alpha", "Ben Beta", "Cleo Gamma"]);
    await chooseFrom(page, page.getByRole("combobox", { name: "Terms" }), "Gold");
    await eventually(() => membersShown(page)).toEqual(["Ana Alpha", "Ben Beta"]);
    await page.getByRole("searchbox", { name: "Tag" }).fill("vip");
    await eventually(() => membersShown(page)).toEqual(["Ana Alpha"]);
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await eventually(() => membersShown(again)).toEqual(["Ana Alpha"]);
    await again.getByRole("button", { name: "Clear" }).click();
    await again.getByRole("searchbox", { name: "Search" }).fill("cleog");
    await eventually(() => membersShown(again)).toEqual(["Cleo Gamma"]);
    await again.getByRole("searchbox", { name: "Search" }).fill("nobody at all");
    await again.getByRole("heading", { name: "Nobody found" }).waitFor();
  });

  it("open beside the table: moved later and called off, deactivated, given dates, taken out, by keyboard", async () => {
    const program = await withMembers("Drawer Outfitters");
    const page = await open(`/programs/${program.id}/members`);
    const press = async (name: string) => {
      await tabTo(page, page.getByRole("dialog").getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
    };
    await tabTo(page, page.getByRole("button", { name: "Cleo Gamma", exact: true }));
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: "Cleo Gamma", exact: true });
    await drawer.getByRole("heading", { name: "Promo codes" }).waitFor();

    await press("Change terms in Drawer Outfitters");
    const moving = page.getByRole("dialog", { name: "Terms of Cleo Gamma in Drawer Outfitters" });
    await chooseFrom(page, moving.getByRole("combobox", { name: "Terms" }), "Gold");
    await moving.getByRole("radio", { name: "From a later moment" }).check();
    await moving.getByLabel("Moves on").fill("2099-01-01T00:00");
    await press("Move");
    await drawer.getByText(/Moves to/).waitFor();
    await memberRow(page, "Cleo Gamma").getByText("→ Gold from Jan 1, 2099").waitFor();
    await press("Call off the planned move in Drawer Outfitters");
    await drawer.getByText(/Moves to/).waitFor({ state: "detached" });
    await page.getByText("Cleo Gamma stays on the present terms").waitFor();
    await eventually(() => hasFocus(drawer.getByRole("button", { name: "Change terms in Drawer Outfitters" }))).toBe(
      true,
    );

    await press("Change dates");
    const dates = page.getByRole("dialog", { name: "Dates of Cleo Gamma" });
    await dates.getByLabel("Paid until").fill("2099-06-01T00:00");
    await page.keyboard.press("Escape");
    await discardQuestion(page).getByRole("button", { name: "Discard" }).click();
    await dates.waitFor({ state: "hidden" });
    expect(await drawer.isVisible()).toBe(true);
    await press("Change dates");
    await dates.getByLabel("Paid until").fill("2099-06-01T00:00");
    await press("Save dates");
    await drawer.getByText("Paid for what occurs until Jun 1, 2099, 12:00 AM").waitFor();

    await press("Deactivate");
    await memberRow(page, "Cleo Gamma").getByText("Inactive", { exact: true }).waitFor();
    await press("Take out of the program");
    await press("Take out");
    await eventually(() => membersShown(page)).toEqual(["Ana Alpha", "Ben Beta"]);
    await drawer.waitFor({ state: "hidden" });
  });

  it("have links, whose address leads on only while they are active", async () => {
    const program = await withMembers("Link Outfitters");
    const page = await open(`/programs/${program.id}/members`);
    await page.getByRole("button", { name: "Ana Alpha", exact: true }).click();
    const drawer = page.getByRole("dialog", { name: "Ana Alpha" });
    await drawer.getByRole("button", { name: "Add link" }).click();
    const dialog = page.getByRole("dialog", { name: "New link of Ana Alpha" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Shoes");
    await dialog.getByRole("textbox", { name: "Leads to" }).fill("https://shop.example/shoes");
    await dialog.getByRole("button", { name: "Add link" }).click();
    const address = (await drawer.getByText(/^\/r\//).innerText()).trim();
    const follow = async () => {
      const answer = await fetch(`${firstmatch().address}${address}`, { redirect: "manual" });
      return [answer.status, answer.headers.get("location")];
    };
    await eventually(follow).toEqual([302, expect.stringMatching(/^https:\/\/shop\.example\/shoes\?click_id=\w+/)]);
    await drawer.getByRole("switch", { name: "Shoes is active" }).press("Space");
    await eventually(async () => (await follow())[0]).toBe(404);
  });
});
