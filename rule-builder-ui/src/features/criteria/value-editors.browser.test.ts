import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { chooseFrom, closed, editor, save } from "../../testing/group-editor.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { useScreens } from "../../testing/use-screens.ts";

describe("the value editors", () => {
  const { firstmatch, open } = useScreens();

  it("fit the kind of each fact, and what was entered is what is stored and decides", async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add group" }).click();
    const drawer = editor(page, "New payout group");
    await drawer.getByRole("textbox", { name: "Name" }).fill("All kinds");
    await choose(page, drawer, 1, "Country", "is");
    for (const country of ["Canada", "Mexico"]) {
      await drawer.getByRole("combobox", { name: "Value, criterion 1: Country" }).fill(country);
      await page.getByRole("option", { name: new RegExp(country) }).click();
    }
    await choose(page, drawer, 2, "Order total", "is between");
    await drawer.getByRole("textbox", { name: /From.*criterion 2/ }).fill("1,000.50");
    await drawer.getByRole("textbox", { name: /To.*criterion 2/ }).fill("2000");
    await choose(page, drawer, 3, "Occurred at", "is on or after");
    await drawer.getByLabel("Value, criterion 3: Occurred at", { exact: true }).fill("2026-12-01");
    await choose(page, drawer, 4, "Promo code", "has any value");
    await choose(page, drawer, 5, "Day of week", "is");
    await drawer.getByRole("combobox", { name: "Value, criterion 5: Day of week" }).fill("Tues");
    await page.getByRole("option", { name: "Tuesday", exact: true }).click();
    await save(drawer);
    await closed(drawer);

    expect((await program.draft()).terms.events[0]?.groups?.[0]?.conditions).toEqual({
      all: [
        { fact: "country", operator: "isAnyOf", value: ["CA", "MX"] },
        { fact: "orderTotal", operator: "between", value: ["1000.50", "2000"] },
        { fact: "occurredAt", operator: "greaterThanInclusive", value: "2026-12-01" },
        { fact: "promoCode", operator: "isNotEmpty", value: true },
        { fact: "dayOfWeek", operator: "isAnyOf", value: ["Tuesday"] },
      ],
    });
    await program.publish("All kinds of values");
    const event = { country: "mx", orderTotal: "1500", promoCode: "X", occurredAt: "2026-12-01T12:00:00Z" };
    expect(await program.evaluate(event)).toMatchObject({ match: { name: "All kinds" } });
    expect(await program.evaluate({ ...event, orderTotal: "1000.49" })).toMatchObject({ match: { kind: "default" } });
  });
});

/** A criterion with its fact and operator, its value still to be entered. */
async function choose(page: Page, drawer: Locator, number: number, fact: string, operator: string): Promise<void> {
  await drawer.getByRole("button", { name: "Add criterion" }).click();
  const facts = drawer.getByRole("combobox", { name: `Fact, criterion ${number}`, exact: true });
  await facts.fill(fact);
  await page.getByRole("option", { name: fact, exact: true }).click();
  await chooseFrom(
    page,
    drawer.getByRole("combobox", { name: `Operator, criterion ${number}`, exact: true }),
    operator,
  );
}
