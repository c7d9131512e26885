import { describe, expect, it } from "vitest";
import { addCriterion, closed, editor, save, valueField } from "../../testing/group-editor.ts";
import { publish } from "../../testing/publish-dialog.ts";
import { draftSaved, dragToRank, ranking, row } from "../../testing/ranked-list.ts";
import { factField, ruleTester } from "../../testing/tester-form.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const CONVERSION = {
  program: "acme",
  eventType: "sale",
  customerStatus: "New",
  orderTotal: "250.00",
  referralUrl: "https://www.instagram.com/p/1",
  items: [{ category: "trail,road", quantity: 1, amount: "250.00" }],
};

const NAME = "Trail boots from Instagram";

describe("the main job by mouse", () => {
  const { firstmatch, open } = useScreens({ demo: true });

  const evaluate = () =>
    firstmatch().fetchJson("/evaluate", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(CONVERSION),
    });

  it("builds a group, ranks it first, tries it, publishes it, and /evaluate changes its winner", async () => {
    const page = await open("/");
    await page.getByRole("link", { name: "Acme Outfitters" }).click();
    await page.getByRole("link", { name: "Standard", exact: true }).click();
    await page.getByRole("link", { name: /^Online sale/ }).click();

    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await drawer.getByLabel("Name", { exact: true }).first().fill(NAME);
    await addCriterion(drawer, 1, { fact: "Item category", value: '"Trail,Road", Boots' });
    await addCriterion(drawer, 2, { fact: "Referral URL", operator: "matches", value: "*instagram*" });
    for (const chip of ["Trail,Road", "Boots", "*instagram*"])
      await drawer
        .getByRole("button", { name: `Remove ${chip}`, exact: true })
        .first()
        .waitFor();
    await drawer.getByText('"Trail,Road" or Boots', { exact: true }).waitFor();
    await drawer.getByLabel("The partner gets", { exact: true }).first().fill("20");
    await drawer
      .getByText(
        /Pays 20 % of the order.* when Item category is "Trail,Road" or Boots and Referral URL matches \*instagram\*/,
      )
      .waitFor();
    await save(drawer);
    await closed(drawer);
    await draftSaved(page);
    await eventually(async () => (await ranking(page)).at(-1)).toBe(NAME);

    await dragToRank(page, NAME, 1);
    await eventually(async () => (await ranking(page)).slice(0, 2)).toEqual([NAME, "New and 200 or more"]);
    await draftSaved(page);

    await page.getByRole("button", { name: "Try a conversion" }).click();
    const tester = ruleTester(page);
    await factField(tester, "Order total").fill("250");
    await factField(tester, "Customer status").fill("New");
    await factField(tester, "Referral URL").fill(CONVERSION.referralUrl);
    await tester.getByRole("button", { name: "Add item line" }).click();
    const line = tester.getByRole("group", { name: /^Item line 1/ });
    await factField(line, "Category").fill("Boots");
    await factField(line, "Line amount").fill("250");
    await tester.getByRole("button", { name: "Test", exact: true }).click();
    await tester.getByRole("definition").filter({ hasText: "$50.00" }).first().waitFor();
    await row(page, NAME).getByText("Wins the test").waitFor();
    await row(page, "New and 200 or more").getByText("Not reached").waitFor();

    expect(await evaluate()).toMatchObject({ match: { id: "new-200" }, terms: { version: 1 }, payout: "37.50" });
    await publish(page, "Instagram sends us boots");
    expect(await evaluate()).toMatchObject({ match: { name: NAME, rank: 1 }, terms: { version: 2 }, payout: "50.00" });
  });

  it("makes chips of a pasted list, and reads a quoted comma as part of its value", async () => {
    const page = await open("/programs/acme/terms/standard/events/sale", {
      permissions: ["clipboard-write", "clipboard-read"],
    });
    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await addCriterion(drawer, 1, { fact: "Item category", value: "" });
    await page.evaluate((text) => navigator.clipboard.writeText(text), '"Trail,Road", Boots');
    await valueField(drawer, 1, "Item category").focus();
    await page.keyboard.press("Control+V");
    for (const chip of ["Trail,Road", "Boots"])
      await drawer
        .getByRole("button", { name: `Remove ${chip}`, exact: true })
        .first()
        .waitFor();
    await drawer.getByText('"Trail,Road" or Boots', { exact: true }).waitFor();
  });
});
