import { describe, expect, it } from "vitest";
import { addCriterion, chooseFrom, closed, editor, save } from "../../testing/group-editor.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { draftSaved, row } from "../../testing/ranked-list.ts";
import { factField, ruleTester } from "../../testing/tester-form.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const THIS_MONTH = "Partner's sales this month";

describe("a performance tier", () => {
  const { firstmatch, open } = useScreens();

  it("is built on screen, and tried with a past of the partner", async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const page = await open(program.screen(), { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Add group" }).first().click();
    const drawer = editor(page, "New payout group");
    await drawer.getByLabel("Name", { exact: true }).first().fill("Silver");
    await addCriterion(drawer, 1, { fact: THIS_MONTH, operator: "is at least", value: "10000" });
    await drawer.getByLabel("The partner gets", { exact: true }).first().fill("15");
    await drawer.getByText(new RegExp(`Pays 15 % of the order.* when ${THIS_MONTH} is at least \\$10,000`)).waitFor();
    await save(drawer);
    await closed(drawer);
    await draftSaved(page);
    await row(page, "Silver").getByText(`${THIS_MONTH} is at least $10,000`).waitFor();

    await page.getByRole("button", { name: "Try a conversion" }).click();
    const tester = ruleTester(page);
    const past = tester.getByRole("group", { name: "Partner's past" });
    await past.getByText("Counts once a partner is named.").waitFor();
    await factField(tester, "Partner").first().fill("p-7");
    await factField(tester, "Order total").fill("100");
    const test = () => tester.getByRole("button", { name: "Test", exact: true }).click();
    const payout = (amount: string) => tester.getByRole("definition").filter({ hasText: amount }).first().waitFor();

    await factField(past, "Sales this month").fill("9999.99");
    await test();
    await payout("$5.00");
    await tester.getByText(`${THIS_MONTH} is at least $10,000: was $9,999.99`).waitFor();

    await factField(past, "Sales this month").fill("10000");
    await test();
    await payout("$15.00");
    await row(page, "Silver").getByText("Wins the test").waitFor();

    await chooseFrom(page, tester.getByRole("combobox", { name: "More facts" }), "Partner's conversions in all");
    await factField(past, "Conversions in all").fill("12");
    await tester.getByRole("button", { name: "Copy as curl" }).click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => (await clipboard()).includes(`${firstmatch().address}/simulate`)).toBe(true);
    const [body = ""] = /\{.*\}/s.exec((await clipboard()).replaceAll(`'\\''`, "'")) ?? [];
    const question = JSON.parse(body) as { partner: unknown };
    expect(question.partner).toEqual({
      id: "p-7",
      past: { partnerRevenueThisMonth: "10000", partnerConversions: "12" },
    });
    const simulated = await firstmatch().fetchJson("/simulate", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(simulated).toMatchObject({ match: { name: "Silver" }, payout: "15.00" });
  });
});
