import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { chooseFrom } from "../../testing/group-editor.ts";
import { hasFocus, tabTo } from "../../testing/keyboard.ts";
import {
  basket,
  conversionOf,
  conversionTable,
  ledgerRows,
  ordersShown,
  record,
} from "../../testing/planted-conversion.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { atLeast, group, plantProgram, sale } from "../../testing/planted-program.ts";
import { factField } from "../../testing/tester-form.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const ITEMS = [
  { name: "Trail shoe", category: "Shoes", amount: "180.00" },
  { name: "Hat", category: "Hats", amount: "20.00" },
];

describe("the conversions of a program", () => {
  const { firstmatch, open } = useScreens();

  async function planted() {
    const program = await plantProgram(firstmatch(), [sale([group("From 200", [atLeast("200")], "10")]), basket]);
    const ana = await plantPartner(firstmatch(), { name: "Ana Alpha" });
    await join(firstmatch(), program.id, { partner: ana.id });
    const book = (id: string, facts: Record<string, unknown>) => record(firstmatch(), program.id, id, facts);
    return { ...program, path: `/programs/${program.id}/conversions`, ana, book };
  }

  it("are reversed in part, by an amount and then by items: ledger and net follow at the rates of then", async () => {
    const { path, id: program, ana, book } = await planted();
    await book(`${program}-b`, { eventType: "basket", partnerId: ana.id, items: ITEMS });
    const page = await open(path);
    await page.getByRole("button", { name: `${program}-b` }).click();
    const drawer = page.getByRole("dialog", { name: `Conversion ${program}-b` });
    await eventually(() => ledgerRows(drawer)).toEqual([
      ["Earned", "+$200.00", "+$19.00", "$0.00", "+$19.00"],
      ["What is left", "$200.00", "$19.00", "$0.00", "$19.00"],
    ]);

    const dialog = page.getByRole("dialog", { name: `Reverse ${program}-b` });
    await drawer.getByRole("button", { name: "Reverse" }).click();
    await dialog.getByRole("radio", { name: "An amount of the sale" }).check();
    await dialog.getByRole("textbox", { name: "Amount of the sale" }).fill("100");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Half of it sent back");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await dialog.waitFor({ state: "hidden" });
    // 100 of 200, spread over the lines as they stand: 90 of the shoe at 10 %, 10 of the hat at 5 %.
    await eventually(() => ledgerRows(drawer)).toEqual([
      ["Earned", "+$200.00", "+$19.00", "$0.00", "+$19.00"],
      ["Reversed", "−$100.00", "−$9.50", "$0.00", "−$9.50"],
      ["What is left", "$100.00", "$9.50", "$0.00", "$9.50"],
    ]);
    await drawer.getByText("Half of it sent back").waitFor();

    await drawer.getByRole("button", { name: "Reverse" }).click();
    await dialog.getByRole("radio", { name: "Item lines" }).check();
    expect(await dialog.getByRole("button", { name: "Reverse" }).isDisabled()).toBe(true);
    await dialog.getByRole("checkbox", { name: /Trail shoe/ }).check();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("The shoes as well");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await eventually(async () => (await ledgerRows(drawer)).slice(2)).toEqual([
      ["Reversed", "−$90.00", "−$9.00", "$0.00", "−$9.00"],
      ["What is left", "$10.00", "$0.50", "$0.00", "$0.50"],
    ]);
    await drawer.getByRole("button", { name: "Reverse" }).click();
    await dialog.getByRole("radio", { name: "Item lines" }).check();
    expect(await dialog.getByRole("checkbox", { name: /Trail shoe/ }).isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await drawer.getByRole("button", { name: "Close the editor" }).click();
    await conversionTable(page).getByRole("row").filter({ hasText: "$0.50" }).getByText("of $19.00").waitFor();
  });

  it("say what is left where too much is to be taken back, and keep what was typed", async () => {
    const { path, id: program, book } = await planted();
    await book(`${program}-1`, { orderTotal: "250.00" });
    const page = await open(`${path}?conversion=${program}-1`, { expects: /status of (412|422)/ });
    const drawer = page.getByRole("dialog", { name: `Conversion ${program}-1` });
    await drawer.getByRole("button", { name: "Reverse" }).click();
    const dialog = page.getByRole("dialog", { name: `Reverse ${program}-1` });
    await dialog.getByRole("radio", { name: "An amount of the sale" }).check();
    const amount = dialog.getByRole("textbox", { name: "Amount of the sale" });
    await amount.fill("250.01");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Sent back");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await dialog.getByText(/250\.00 USD/).waitFor();
    expect(await amount.getAttribute("aria-invalid")).toBe("true");

    // Somebody else takes some back meanwhile: that is heard first, and then it goes on from there.
    const { revision } = await conversionOf(firstmatch(), program, `${program}-1`);
    await firstmatch().fetchJson(`/api/programs/${program}/conversions/${program}-1/reverse`, {
      method: "POST",
      headers: { "content-type": "application/json", "if-match": `"${revision}"` },
      body: JSON.stringify({ amount: "200", reason: "By somebody else" }),
    });
    await amount.fill("50");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await dialog.getByText(/Somebody else corrected this conversion meanwhile/).waitFor();
    await dialog.getByText("$50.00 of it is left; payout and fee follow in proportion").waitFor();
    expect(await dialog.getByRole("textbox", { name: "Reason" }).inputValue()).toBe("Sent back");
    await dialog.getByRole("button", { name: "Reverse" }).click();
    await drawer.getByText("Reversed", { exact: true }).first().waitFor();
    expect((await conversionOf(firstmatch(), program, `${program}-1`)).state).toBe("reversed");
    await eventually(() => hasFocus(drawer.getByRole("group", { name: "Corrections" }))).toBe(true);
  });

  it("are approved, and rejected for a reason that stays with them", async () => {
    const { path, id: program, book } = await planted();
    await firstmatch().fetchJson(`/api/programs/${program}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify({ holdingDays: 30 }),
    });
    await book(`${program}-1`, { orderTotal: "250.00" });
    const page = await open(`${path}?conversion=${program}-1`);
    const drawer = page.getByRole("dialog", { name: `Conversion ${program}-1` });
    await drawer.getByText("Pending", { exact: true }).waitFor();
    await drawer.getByRole("button", { name: "Approve" }).click();
    await drawer.getByText("No partner: nobody is paid for it.").waitFor();
    const approval = page.getByRole("dialog", { name: "Approve this conversion?" });
    await approval.getByText(/\$25\.00 becomes payable now.* No partner: nobody is paid for it\./).waitFor();
    await approval.getByRole("button", { name: "Approve" }).click();
    await drawer.getByText("Payable", { exact: true }).waitFor();
    await eventually(() => hasFocus(drawer.getByRole("group", { name: "Corrections" }))).toBe(true);
    await drawer.getByRole("button", { name: "Reject" }).click();
    const dialog = page.getByRole("dialog", { name: `Reject ${program}-1` });
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Bought by the partner itself");
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "Discard what you typed?" });
    await eventually(() => hasFocus(question.getByRole("button", { name: "Keep editing" }))).toBe(true);
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "hidden" });
    await dialog.getByRole("button", { name: "Reject" }).click();
    await eventually(async () => (await ledgerRows(drawer)).map(([entry]) => entry)).toEqual([
      ...["Earned", "Approved", "Approved", "Rejected"],
      "What is left",
    ]);
    expect(await drawer.getByRole("button", { name: /^(Approve|Reject|Reverse)$/ }).count()).toBe(0);
    await page.keyboard.press("Escape");
    const row = conversionTable(page).getByRole("row").filter({ hasText: "Rejected" });
    await row.getByText("Bought by the partner itself").waitFor();
    expect(await row.locator("[data-label=Sale], [data-label=Commission]").allTextContents()).toEqual(["–", "–"]);
  });

  it("are entered by hand: refused at the field, met by another of the same id, recorded once", async () => {
    const { path, id: program, ana, book } = await planted();
    await book(`${program}-taken`, { orderTotal: "10" });
    const page = await open(path, { expects: /status of 409/ });
    await page.getByRole("button", { name: "Add conversion" }).click();
    const drawer = page.getByRole("dialog", { name: "Add conversion" });
    const conversionId = drawer.getByRole("textbox", { name: "Conversion id" });
    await eventually(() => hasFocus(drawer.getByRole("combobox", { name: "Event type" }))).toBe(true);
    expect(await conversionId.inputValue()).toMatch(/^hand-\d{8}-[0-9a-f]{6}$/);
    await conversionId.fill(`${program}-taken`);
    await chooseFrom(page, drawer.getByRole("combobox", { name: "Partner" }), `Ana Alpha (${ana.id})`);
    const total = factField(drawer, "Order total");
    await total.fill("lots");
    await drawer.getByText(/Must be an amount/).waitFor();
    await total.fill("300");
    await drawer.getByRole("button", { name: "Record" }).click();
    await drawer.getByText(/was recorded already, from another body/).waitFor();
    await drawer.getByRole("link", { name: `Look at ${program}-taken in a new tab` }).waitFor();
    await drawer.getByRole("button", { name: "Take another id" }).click();
    const fresh = await conversionId.inputValue();
    expect(await total.inputValue()).toBe("300");
    await drawer.getByRole("button", { name: "Record" }).click();
    const recorded = page.getByRole("dialog", { name: `Conversion ${fresh}` });
    await recorded.getByText("Payout group 1: From 200", { exact: true }).waitFor();
    await recorded.getByText(/Recorded by hand/).waitFor();
    expect(await conversionOf(firstmatch(), program, fresh)).toMatchObject({
      door: "hand",
      partner: { id: ana.id },
      decided: { payout: "30.00" },
    });
    await page.keyboard.press("Escape");
    await eventually(() => ordersShown(page)).toEqual([fresh, `${program}-taken`]);
  });

  it("are found by filters that stand in the address, sorted by what is pressed, and saved as a file", async () => {
    const { path, id: program, ana, book } = await planted();
    await book(`${program}-1`, { orderTotal: "100", orderId: "o-1", occurredAt: "2026-11-10T12:00:00Z" });
    await book(`${program}-2`, { orderTotal: "300", orderId: "o-2", partnerId: ana.id });
    await book(`${program}-3`, { orderTotal: "200", orderId: "o-3", partnerId: ana.id, customerId: "c-7" });
    await book(`${program}-4`, { eventType: "basket", orderId: "o-4", items: ITEMS });
    const page = await open(path);
    await eventually(() => ordersShown(page)).toEqual(["o-4", "o-3", "o-2", "o-1"]);
    await page.getByRole("button", { name: "Sale", exact: true }).click();
    await eventually(() => ordersShown(page)).toMatchObject({ 0: "o-2", 3: "o-1" });
    expect(await page.getByRole("columnheader", { name: "Sale" }).getAttribute("aria-sort")).toBe("descending");
    await page.getByRole("button", { name: "Sale", exact: true }).click();
    await eventually(() => ordersShown(page)).toMatchObject({ 0: "o-1", 3: "o-2" });

    await chooseFrom(page, page.getByRole("combobox", { name: "Partner" }), `Ana Alpha (${ana.id})`);
    await eventually(() => ordersShown(page)).toEqual(["o-3", "o-2"]);
    await chooseFrom(page, page.getByRole("combobox", { name: "Rule", exact: true }), "From 200");
    await page.getByRole("searchbox", { name: "Id" }).fill("c-7");
    await eventually(() => ordersShown(page)).toEqual(["o-3"]);
    const { pathname, search } = new URL(page.url());
    const again = await open(pathname + search);
    await eventually(() => ordersShown(again)).toEqual(["o-3"]);
    await again
      .getByText(`Ana Alpha (${ana.id})`)
      .or(again.getByRole("combobox", { name: "Partner" }))
      .first()
      .waitFor();
    const [file] = await Promise.all([
      again.waitForEvent("download"),
      again.getByRole("link", { name: "CSV" }).click(),
    ]);
    const text = await (
      await fetch(`${firstmatch().address}${new URL(file.url()).pathname}${new URL(file.url()).search}`)
    ).text();
    expect(text.trim().split("\r\n").length).toBe(2);
    expect(text).toContain("o-3");
    await again.getByRole("searchbox", { name: "Id" }).fill("nothing of the kind");
    await again.getByRole("heading", { name: "No conversions found" }).waitFor();
    await again.getByRole("button", { name: "Show all conversions" }).click();
    await eventually(() => ordersShown(again)).toMatchObject({ length: 4 });
  });

  it("are opened and reversed by keyboard alone, and the focus comes back", async () => {
    const { path, id: program, book } = await planted();
    await book(`${program}-1`, { orderTotal: "250.00" });
    const page = await open(path);
    const row = page.getByRole("button", { name: `${program}-1` });
    await tabTo(page, row);
    await page.keyboard.press("Enter");
    const drawer = page.getByRole("dialog", { name: `Conversion ${program}-1` });
    await tabTo(page, drawer.getByRole("button", { name: "Show every rule" }));
    await page.keyboard.press("Enter");
    await drawer.getByText("Every rule, in order").waitFor();
    await tabTo(page, drawer.getByRole("button", { name: "Reverse" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: `Reverse ${program}-1` });
    await eventually(() => hasFocus(dialog.getByRole("radio", { name: "All that is left" }))).toBe(true);
    await page.keyboard.press("ArrowDown");
    await tabTo(page, dialog.getByRole("textbox", { name: "Amount of the sale" }));
    await page.keyboard.type("50");
    await tabTo(page, dialog.getByRole("textbox", { name: "Reason" }));
    await page.keyboard.type("One came back");
    await tabTo(page, dialog.getByRole("button", { name: "Reverse" }));
    await page.keyboard.press("Enter");
    await eventually(async () => (await ledgerRows(drawer)).at(-1)).toEqual([
      ...["What is left", "$200.00", "$20.00", "$0.00", "$20.00"],
    ]);
    await eventually(() => hasFocus(drawer.getByRole("button", { name: "Reverse" }))).toBe(true);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    await eventually(() => hasFocus(row)).toBe(true);
  });

  it("stand on the partner's page as well, that partner's only", async () => {
    const { id: program, ana, book } = await planted();
    await book(`${program}-1`, { orderTotal: "100", partnerId: ana.id });
    await book(`${program}-2`, { orderTotal: "100" });
    const page = await open(`/partners/${ana.id}/conversions`);
    await eventually(() => ordersShown(page)).toEqual([`${program}-1`]);
    expect(await page.getByRole("combobox", { name: "Partner" }).count()).toBe(0);
    await page.getByRole("button", { name: `${program}-1` }).click();
    await page
      .getByRole("dialog", { name: `Conversion ${program}-1` })
      .getByText("Ana Alpha")
      .waitFor();
  });

  it("keep nobody out on a phone", async () => {
    const { path, id: program, ana, book } = await planted();
    await book(`${program}-b`, { eventType: "basket", partnerId: ana.id, items: ITEMS });
    const page = await open(path, { viewport: { width: 390, height: 800 }, reducedMotion: "reduce" });
    await eventually(() => ordersShown(page)).toEqual([`${program}-b`]);
    expect([await seriousViolations(page), await overflowsSideways(page)]).toEqual([[], false]);
    await page.getByRole("button", { name: `${program}-b` }).click();
    await page.getByRole("table", { name: "Ledger" }).waitFor();
    expect([await seriousViolations(page), await overflowsSideways(page)]).toEqual([[], false]);
  });
});
