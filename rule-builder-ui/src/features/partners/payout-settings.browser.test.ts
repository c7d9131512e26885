import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { discardQuestion } from "../../testing/discard-question.ts";
import { chooseFrom, closed, editor, save } from "../../testing/group-editor.ts";
import { chooseByKeys, hasFocus, tabTo } from "../../testing/keyboard.ts";
import { plantWithGold } from "../../testing/planted-gold.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const inProgram = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });
describe("the payout settings of a partner", () => {
  const { firstmatch, open } = useScreens();

  const send = (method: string, path: string, body: unknown, headers = {}) =>
    firstmatch().fetchJson(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  it("take a personal payout, which is seen in the program too and decides at once", async () => {
    const lead = { ...sale([]), type: "lead", name: "Lead" };
    const program = await plantProgram(firstmatch(), [sale(threeGroups()), lead], "Personal Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Pia", tags: ["personal"] });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open(program.screen());
    await page.getByRole("button", { name: "None yet" }).waitFor();
    await page.getByRole("link", { name: "Partners", exact: true }).click();
    await page.getByRole("searchbox", { name: "Search" }).fill("Pia");
    await page.getByRole("button", { name: "More for Pia" }).click();
    await page.getByRole("menuitem", { name: "Payout settings" }).click();

    const row = inProgram(page, "Personal Outfitters");
    await row.getByRole("button", { name: "Add personal payout in Personal Outfitters" }).click();
    await page.getByRole("menuitem", { name: "Online sale" }).click();
    const drawer = editor(page, "New personal payout in Personal Outfitters, Online sale, for Pia");
    await drawer.getByRole("textbox", { name: "Title" }).fill("Pia's deal");
    await drawer.getByText(id, { exact: true }).waitFor();
    await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).fill("21");
    await save(drawer);
    await closed(drawer);
    const cards = row.getByRole("list", { name: "Personal payouts for Online sale" });
    await cards.getByRole("button", { name: "Pia's deal", exact: true }).waitFor();
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "100" })).toMatchObject({
      match: { kind: "personal", name: "Pia's deal" },
      payout: "21.00",
    });

    await row.getByRole("link", { name: "3 payout groups" }).click();
    await page.getByRole("button", { name: "1 personal payout", exact: true }).click();
    await page.getByRole("list", { name: "Personal payouts" }).getByText(`For ${id}`, { exact: true }).waitFor();

    await page.goBack();
    await row.getByRole("button", { name: "More for Pia's deal" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page
      .getByRole("dialog", { name: "Remove Pia's deal?" })
      .getByRole("button", { name: "Remove personal payout" })
      .click();
    await cards.waitFor({ state: "detached" });
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "100" })).toMatchObject({
      match: { kind: "group", id: "from-100" },
    });
  });

  it("add the partner to a program, by the terms that are chosen", async () => {
    const program = await plantWithGold(firstmatch(), "Joined Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Jo" });
    const page = await open(`/partners/${id}/payouts`);
    const programs = page.getByRole("combobox", { name: "Add to a program" });
    await chooseFrom(page, programs, "Joined Outfitters");
    await chooseFrom(page, page.getByRole("combobox", { name: "Terms" }), "Gold");
    await page.getByRole("checkbox", { name: "Give it a promo code" }).check();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const row = inProgram(page, "Joined Outfitters");
    await row.getByText("9 % of the order").waitFor();
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "100" })).toMatchObject({
      terms: { id: "gold" },
      payout: "9.00",
    });
    await programs.click();
    await page.getByRole("option").first().waitFor();
    expect(await page.getByRole("option", { name: "Joined Outfitters" }).count()).toBe(0);
    const member = await firstmatch().fetchJson(`/api/programs/${program.id}/members/${id}`);
    expect(member).toMatchObject({ codes: { all: 1, active: 1 } });
  });

  it("refuse dates that never hold at their field, and keep the choice", async () => {
    await plantProgram(firstmatch(), [sale([])], "Dated Outfitters");
    const { id } = await plantPartner(firstmatch());
    const page = await open(`/partners/${id}/payouts`, { expects: /status of 422/ });
    await chooseFrom(page, page.getByRole("combobox", { name: "Add to a program" }), "Dated Outfitters");
    await page.getByLabel("Paid from (optional)").fill("2027-06-01T00:00");
    await page.getByLabel("Paid until (optional)").fill("2027-05-01T00:00");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByLabel("Paid from (optional)").inputValue()).toBe("2027-06-01T00:00");
  });

  it("move the member to other terms, now or planned, and call a planned move off", async () => {
    const program = await plantWithGold(firstmatch(), "Moving Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Mo" });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open(`/partners/${id}/payouts`);
    const row = inProgram(page, "Moving Outfitters");
    const dialog = page.getByRole("dialog", { name: "Terms of Mo in Moving Outfitters" });
    const toGold = async () => {
      await row.getByRole("button", { name: "Change terms in Moving Outfitters" }).click();
      await eventually(() => hasFocus(dialog.getByRole("combobox", { name: "Terms" }))).toBe(true);
      await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    };
    await toGold();
    await dialog.getByRole("radio", { name: "From a later moment" }).click();
    await dialog.getByLabel("Moves on").fill("2099-01-01T00:00");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await row.getByText(/Moves to Gold on Jan 1, 2099/).waitFor();
    const later = { partnerId: id, orderTotal: "50", occurredAt: "2099-01-01T05:00:00Z" };
    await eventually(() => program.evaluate(later)).toMatchObject({ terms: { id: "gold" }, payout: "4.50" });
    expect(await program.evaluate({ partnerId: id, orderTotal: "50" })).toMatchObject({ terms: { id: "standard" } });
    await row.getByRole("button", { name: "Call off the planned move in Moving Outfitters" }).click();
    await row.getByText(/Moves to Gold/).waitFor({ state: "detached" });
    await eventually(() => program.evaluate(later)).toMatchObject({ terms: { id: "standard" } });

    await toGold();
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await row.getByText("9 % of the order").waitFor();
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "50" })).toMatchObject({
      terms: { id: "gold" },
    });
  });

  it("do not move a member whom somebody else has changed meanwhile", async () => {
    const program = await plantWithGold(firstmatch(), "Stale Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Stan" });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open(`/partners/${id}/payouts`, { expects: /status of 412/ });
    const row = inProgram(page, "Stale Outfitters");
    await row.getByRole("button", { name: "Change terms in Stale Outfitters" }).click();
    const dialog = page.getByRole("dialog", { name: "Terms of Stan in Stale Outfitters" });
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    const member = `/api/programs/${program.id}/members/${id}`;
    await send("PATCH", member, { active: false }, { "if-match": '"1"' });
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await dialog.getByText(/Somebody else changed this member/).waitFor();
    expect(await firstmatch().fetchJson(member)).toMatchObject({ terms: null, active: false });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await discardQuestion(page).getByRole("button", { name: "Discard" }).click();
    await row.getByText("Inactive", { exact: true }).waitFor();
  });

  it("do not drop a move that is being typed at a slip of the hand", async () => {
    const program = await plantWithGold(firstmatch(), "Slipping Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Sia" });
    await join(firstmatch(), program.id, { partner: id });
    const page = await open(`/partners/${id}/payouts`);
    await page.getByRole("button", { name: "Change terms in Slipping Outfitters" }).click();
    const dialog = page.getByRole("dialog", { name: "Terms of Sia in Slipping Outfitters" });
    await chooseFrom(page, dialog.getByRole("combobox", { name: "Terms" }), "Gold");
    await dialog.getByRole("radio", { name: "From a later moment" }).click();
    const moment = dialog.getByLabel("Moves on");
    await moment.fill("2099-01-01T00:00");
    await page.keyboard.press("Escape");
    await discardQuestion(page).getByRole("button", { name: "Keep editing" }).click();
    await discardQuestion(page).waitFor({ state: "hidden" });
    expect(await moment.inputValue()).toBe("2099-01-01T00:00");
    expect(await dialog.getByRole("combobox", { name: "Terms" }).inputValue()).toBe("Gold");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await discardQuestion(page).getByRole("button", { name: "Discard" }).click();
    await dialog.waitFor({ state: "hidden" });
    const member = await firstmatch().fetchJson(`/api/programs/${program.id}/members/${id}`);
    expect(member).toMatchObject({ terms: null, plannedMoves: [] });
  });

  it("are reached and changed by keyboard alone", async () => {
    const program = await plantProgram(firstmatch(), [sale([])], "Keyboard Outfitters");
    const { id } = await plantPartner(firstmatch(), { name: "Kay", tags: ["keys"] });
    const page = await open("/partners?tag=keys");
    const { keyboard } = page;
    await tabTo(page, page.getByRole("button", { name: "More for Kay" }));
    await keyboard.press("Enter");
    const wanted = page.getByRole("menuitem", { name: "Payout settings" });
    await eventually(() => wanted.evaluate((item) => item === document.activeElement)).toBe(true);
    await keyboard.press("Enter");

    const programs = page.getByRole("combobox", { name: "Add to a program" });
    await tabTo(page, programs);
    await keyboard.type("Keyboard");
    await page.getByRole("option", { name: "Keyboard Outfitters", exact: true }).waitFor();
    await chooseByKeys(page, "Keyboard Outfitters");
    await tabTo(page, page.getByRole("button", { name: "Add", exact: true }));
    await keyboard.press("Enter");
    const row = inProgram(page, "Keyboard Outfitters");
    await eventually(() => hasFocus(row)).toBe(true);
    await tabTo(page, row.getByRole("button", { name: "Add personal payout in Keyboard Outfitters" }));
    await keyboard.press("Enter");
    const drawer = editor(page, "New personal payout in Keyboard Outfitters, Online sale, for Kay");
    await eventually(() => hasFocus(drawer.getByRole("textbox", { name: "Title" }))).toBe(true);
    await keyboard.type("By keys");
    await tabTo(page, drawer.getByRole("textbox", { name: "The partner gets", exact: true }));
    await keyboard.press("Control+A");
    await keyboard.type("33");
    await tabTo(page, drawer.getByRole("button", { name: "Save" }));
    await keyboard.press("Enter");
    await closed(drawer);
    await row.getByRole("button", { name: "By keys", exact: true }).waitFor();
    await eventually(() => program.evaluate({ partnerId: id, orderTotal: "100" })).toMatchObject({ payout: "33.00" });
  });
});
