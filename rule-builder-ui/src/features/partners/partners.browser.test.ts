import type { Partner } from "@firstmatch/shared-types";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chooseFrom } from "../../testing/group-editor.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const table = (page: Page): Locator => page.getByRole("table", { name: "Partners" });

const rowOf = (page: Page, name: string): Locator =>
  table(page)
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name, exact: true }) });

/** Who is listed, in the order of the rows. */
const listed = (page: Page): Promise<string[]> => table(page).locator("tbody").getByRole("link").allInnerTexts();

const chooseIn = async (page: Page, name: string, action: string) => {
  await page.getByRole("button", { name: `More for ${name}`, exact: true }).click();
  await page.getByRole("menuitem", { name: action, exact: true }).click();
};

describe("the list of partners", () => {
  const { firstmatch, open } = useScreens();
  const stored = (id: string) => firstmatch().fetchJson(`/api/partners/${id}`) as Promise<Partner>;

  it("is searched and filtered, and its address brings the same list again", async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const anna = { name: "Anna of the list", contact: { email: "anna@list.example" }, tags: ["listed", "vip"] };
    const { id } = await plantPartner(firstmatch(), anna);
    await plantPartner(firstmatch(), { name: "Ben of the list", status: "inactive", tags: ["listed"] });
    await plantPartner(firstmatch(), { name: "Carla of the list", tags: ["listed"] });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open("/partners");
    const find = page.getByRole("search", { name: "Partners" });
    await find.getByRole("searchbox", { name: "Search" }).fill("OF THE LIST");
    await eventually(() => listed(page)).toEqual(["Anna of the list", "Ben of the list", "Carla of the list"]);
    await chooseFrom(page, find.getByRole("combobox", { name: "Status" }), "Inactive");
    await eventually(() => listed(page)).toEqual(["Ben of the list"]);
    await find.getByRole("button", { name: "Clear", exact: true }).click();
    await find.getByRole("searchbox", { name: "Search" }).fill("anna@list");
    await eventually(() => listed(page)).toEqual(["Anna of the list"]);
    await rowOf(page, "Anna of the list").getByRole("button", { name: "listed" }).click();
    await find.getByRole("searchbox", { name: "Search" }).fill("");
    await eventually(() => listed(page)).toEqual(["Anna of the list", "Ben of the list", "Carla of the list"]);
    const { name } = (await firstmatch().fetchJson(`/api/programs/${program.id}`)) as { name: string };
    await chooseFrom(page, find.getByRole("combobox", { name: "Program" }), name);
    await eventually(() => listed(page)).toEqual(["Anna of the list"]);

    await page.reload();
    await eventually(() => listed(page)).toEqual(["Anna of the list"]);
    expect(await find.getByRole("searchbox", { name: "Tag" }).inputValue()).toBe("listed");
    await find.getByRole("searchbox", { name: "Search" }).fill("nobody is called so");
    await page.getByText("Nobody found").waitFor();
  });

  it("shows a page of a long list, and more of it on request", async () => {
    for (let count = 0; count < 51; count += 1) await plantPartner(firstmatch(), { tags: ["many"] });
    const page = await open("/partners?tag=many");
    await eventually(() => listed(page).then(({ length }) => length)).toBe(50);
    await page.getByRole("button", { name: "Show more" }).click();
    await eventually(() => listed(page).then(({ length }) => length)).toBe(51);
    await page.getByRole("button", { name: "Show more" }).waitFor({ state: "detached" });
  });

  it("takes in a new partner, whose id is made from the name", async () => {
    const page = await open("/partners");
    await page.getByRole("button", { name: "New partner" }).click();
    const dialog = page.getByRole("dialog", { name: "New partner" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Zoë Müller");
    expect(await dialog.getByRole("textbox", { name: "Id" }).inputValue()).toBe("zoe-muller");
    await dialog.getByRole("textbox", { name: "Tags" }).fill('"news, daily", vip');
    const share = dialog.getByRole("textbox", { name: "Revenue share" });
    await share.fill("60");
    await dialog.getByRole("button", { name: "Create partner" }).click();
    await page.getByRole("heading", { name: "Zoë Müller", level: 1 }).waitFor();
    expect(await stored("zoe-muller")).toMatchObject({ tags: ["news, daily", "vip"], revenueShare: "60" });
  });

  it("refuses a revenue share above 100 % at its field, and keeps what was typed", async () => {
    const page = await open("/partners", { expects: /status of 422/ });
    await page.getByRole("button", { name: "New partner" }).click();
    const dialog = page.getByRole("dialog", { name: "New partner" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Too much");
    const share = dialog.getByRole("textbox", { name: "Revenue share" });
    await share.fill("160");
    await dialog.getByRole("button", { name: "Create partner" }).click();
    await eventually(() => share.getAttribute("aria-invalid")).toBe("true");
    expect(await share.inputValue()).toBe("160");
  });

  it("edits a partner from its row, its share in one program too", async () => {
    const program = await plantProgram(firstmatch(), [sale([])], "Program of one share");
    const { id } = await plantPartner(firstmatch(), { name: "Edita", tags: ["edited"], revenueShare: "70" });
    const page = await open("/partners?tag=edited");
    await chooseIn(page, "Edita", "Edit");
    const dialog = page.getByRole("dialog", { name: "Edit Edita" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Edita Edited");
    await dialog.getByRole("button", { name: "Add a program" }).click();
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Program 1" }), "Program of one share");
    await dialog.getByRole("textbox", { name: "Revenue share in program 1" }).fill("75");
    await dialog.getByRole("button", { name: "Save" }).click();
    await rowOf(page, "Edita Edited").getByText("1 program differs").waitFor();
    const edited = { name: "Edita Edited", revenueShare: "70", programRevenueShares: { [program.id]: "75" } };
    expect(await stored(id)).toMatchObject(edited);
  });

  it("does not overwrite what somebody else changed meanwhile", async () => {
    const { id } = await plantPartner(firstmatch(), { name: "Stella", tags: ["stale"] });
    const page = await open("/partners?tag=stale", { expects: /status of 412/ });
    await chooseIn(page, "Stella", "Edit");
    const dialog = page.getByRole("dialog", { name: "Edit Stella" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Mine");
    await firstmatch().fetchJson(`/api/partners/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify({ name: "Theirs" }),
    });
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText(/Somebody else changed this partner/).waitFor();
    expect(await dialog.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Mine");
    expect(await stored(id)).toMatchObject({ name: "Theirs" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await rowOf(page, "Theirs").waitFor();
  });

  it("deactivates only after a question, and then nothing is paid", async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const { id } = await plantPartner(firstmatch(), { name: "Ina", tags: ["resting"] });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open("/partners?tag=resting");
    await chooseIn(page, "Ina", "Deactivate");
    const question = page.getByRole("dialog", { name: "Deactivate Ina?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "hidden" });
    expect(await stored(id)).toMatchObject({ status: "active" });
    await chooseIn(page, "Ina", "Deactivate");
    await question.getByRole("button", { name: "Deactivate" }).click();
    await rowOf(page, "Ina").getByText("Inactive", { exact: true }).waitFor();
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "100" })).toMatchObject({
      status: "rejected",
      reason: "not-active",
    });
    await chooseIn(page, "Ina", "Activate");
    await rowOf(page, "Ina").getByText("Active", { exact: true }).waitFor();
  });

  it("adds several partners to a program by the terms that are chosen, once it was seen who joins", async () => {
    const program = await plantProgram(firstmatch(), [sale([])], "Program of several");
    const ids: string[] = [];
    for (const name of ["Sam", "Sia", "Sol"])
      ids.push((await plantPartner(firstmatch(), { name, tags: ["several"] })).id);
    await join(firstmatch(), program.id, { partner: ids[2] ?? "" });
    const page = await open("/partners?tag=several");
    await table(page).getByRole("checkbox", { name: "Select all that are shown" }).check();
    const bar = page.getByRole("region", { name: "Selected partners" });
    await bar.getByText("3 selected").waitFor();
    await bar.getByRole("button", { name: "Add to a program…" }).click();
    const dialog = page.getByRole("dialog", { name: "Add 3 partners to a program" });
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Program" }), "Program of several");
    await dialog.getByRole("button", { name: "See who will join" }).click();
    const looked = page.getByRole("dialog", { name: "Add 3 partners to Program of several, under Standard" });
    await looked.getByText(/^Will change for 2/).waitFor();
    await looked.getByRole("button", { name: "Add 2 members" }).click();
    await looked.getByRole("button", { name: "Done", exact: true }).click();
    await rowOf(page, "Sam").getByText("Program of several").waitFor();
    expect((await stored(ids[1] ?? "")).programs).toEqual([program.id]);
  });

  it("leaves out what whoever may only look would be refused", async () => {
    const { id } = await plantPartner(firstmatch(), { name: "Vera", tags: ["seen"] });
    const page = await open("/");
    const session = { signIn: "off", caller: null, permissions: ["read"], csrfToken: null };
    await page.route("**/api/session", (route) => route.fulfill({ json: session }));
    await page.goto("/partners?tag=seen");
    await rowOf(page, "Vera").waitFor();
    expect(await table(page).getByRole("checkbox").count()).toBe(0);
    expect(await page.getByRole("button", { name: "New partner" }).count()).toBe(0);
    await page.getByRole("button", { name: "More for Vera" }).click();
    expect(await page.getByRole("menuitem").allInnerTexts()).toEqual(["Payout settings"]);
    await page.goto(`/partners/${id}/payouts`);
    await page.getByText("Not in any program yet").waitFor();
    expect(await page.getByRole("combobox").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Edit" }).count()).toBe(0);
  });
});
