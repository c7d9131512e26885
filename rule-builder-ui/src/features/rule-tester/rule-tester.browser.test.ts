import { describe, expect, it } from "vitest";
import { chooseFrom } from "../../testing/group-editor.ts";
import { spoken, tabTo } from "../../testing/keyboard.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { draftSaved, row } from "../../testing/ranked-list.ts";
import { factField, ruleTester } from "../../testing/tester-form.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the rule tester", () => {
  const { firstmatch, open } = useScreens();

  async function tester() {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen(), {
      permissions: ["clipboard-read", "clipboard-write"],
      // What Chromium itself says of the answer to a misspelt fact.
      expects: /status of 422/,
    });
    await page.getByRole("button", { name: "Try a conversion" }).click();
    const screen = ruleTester(page);
    const test = () => screen.getByRole("button", { name: "Test", exact: true }).click();
    const payout = (amount: string) => screen.getByRole("definition").filter({ hasText: amount }).first().waitFor();
    return { program, page, screen, test, payout };
  }

  it("asks the draft or a published version, and highlights the winner of the draft only", async () => {
    const { page, screen, test, payout } = await tester();
    await row(page, "From 300").getByRole("switch").click();
    await draftSaved(page);
    await factField(screen, "Order total").fill("400");
    await test();
    await payout("$80.00");
    await row(page, "From 200").getByText("Wins the test").waitFor();
    await row(page, "From 100").getByText("Not reached").waitFor();

    await chooseFrom(page, screen.getByRole("combobox", { name: "Test against" }), "Version 1: The beginning");
    await test();
    await payout("$120.00");
    await row(page, "From 200").getByText("Wins the test").waitFor({ state: "hidden" });
  });

  it("says that an answer is old as soon as the draft has changed", async () => {
    const { page, screen, test, payout } = await tester();
    await factField(screen, "Order total").fill("400");
    await test();
    await payout("$120.00");
    await page.getByRole("button", { name: "Move From 300 down" }).click();
    await screen.getByRole("button", { name: "Test again" }).click();
    await payout("$80.00");
    await row(page, "From 200").getByText("Wins the test").waitFor();
  });

  it("gives a curl command whose body /evaluate decides alike", async () => {
    const { program, page, screen } = await tester();
    await factField(screen, "Order total").fill("400");
    await screen.getByRole("button", { name: "Copy as curl" }).click();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => (await clipboard()).includes(`${firstmatch().address}/evaluate`)).toBe(true);
    const copied = await clipboard();
    const [body = ""] = /\{.*\}/s.exec(copied) ?? [];
    const { program: asked, ...event } = JSON.parse(body) as Record<string, unknown>;
    expect(asked).toBe(program.id);
    expect(await program.evaluate(event)).toMatchObject({ match: { id: "from-300" }, payout: "120.00" });
  });

  it("reads pasted JSON, and says what is wrong with a misspelt fact", async () => {
    const { screen, test, payout } = await tester();
    await screen.getByRole("tab", { name: "JSON" }).click();
    const text = screen.getByRole("textbox", { name: /JSON|Event/ });
    await text.fill('{ "orderTotl": "400" }');
    await test();
    await screen
      .getByText(/orderTotal/)
      .first()
      .waitFor();
    await text.fill('{ "orderTotal": "400" }');
    await test();
    await payout("$120.00");
  });

  it("is opened, filled and asked by keyboard, and speaks its answer", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await tabTo(page, page.getByRole("button", { name: "Try a conversion" }));
    await page.keyboard.press("Enter");
    await tabTo(page, factField(ruleTester(page), "Order total"));
    await page.keyboard.type("400");
    await page.keyboard.press("Control+Enter");
    await spoken(page, /\$120\.00.*From 300/);
  });
});
