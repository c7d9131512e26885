import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const TITLE = "Default payout of Online sale";

describe("the payout editor, at the default payout", () => {
  const { firstmatch, open } = useScreens();

  async function opened() {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Edit the default payout" }).click();
    const drawer = editor(page, TITLE);
    await drawer.getByRole("button", { name: "Save" }).waitFor();
    return { program, page, drawer };
  }

  it("adds the advertiser's price, a goal and bounds, and they decide once published", async () => {
    const { program, drawer } = await opened();
    await drawer.getByText("Advertiser pays", { exact: true }).click();
    await drawer.getByRole("textbox", { name: "The advertiser pays in all" }).fill("12");
    await drawer.getByRole("button", { name: /^Add a goal/ }).click();
    const goal = drawer.getByRole("group", { name: /^goal 1/i });
    await goal.getByRole("textbox", { name: "Name", exact: true }).fill("Shoes");
    await goal.getByRole("textbox", { name: /^Categories/ }).fill("Shoes, Boots");
    await goal.getByRole("textbox", { name: "The partner gets", exact: true }).fill("8");
    await drawer.getByRole("textbox", { name: "The partner gets at most, per order" }).fill("10.00");
    await save(drawer);
    await closed(drawer);
    expect((await program.draft()).terms.events[0]?.default.payout).toEqual({
      model: "CPS",
      partner: { percent: "5" },
      advertiser: { percent: "12" },
      goals: [{ name: "Shoes", by: "category", values: ["Shoes", "Boots"], partner: { percent: "8" } }],
      max: "10.00",
    });
    await program.publish("With a goal");
    const items = [
      { category: "boots", quantity: 1, amount: "50.00" },
      { category: "hats", quantity: 1, amount: "50.00" },
    ];
    expect(await program.evaluate({ orderTotal: "100.00", items })).toMatchObject({
      payout: "6.50",
      advertiserCost: "12.00",
      platformFee: "5.50",
    });
  });

  it("asks for modifier and margin only where they are read", async () => {
    const { program, drawer } = await opened();
    const modifier = drawer.getByRole("textbox", { name: "Modifier" });
    const margin = drawer.getByRole("textbox", { name: "Margin" });
    const partner = drawer.getByRole("textbox", { name: "The partner gets", exact: true });
    expect([await modifier.count(), await margin.count(), await partner.count()]).toEqual([0, 0, 1]);
    await drawer.getByText("Required", { exact: true }).click();
    await eventually(async () => [await modifier.count(), await margin.count(), await partner.count()]).toEqual([
      1, 1, 0,
    ]);
    await drawer.getByRole("switch", { name: /^Override the partner's revenue share/ }).click();
    await eventually(async () => [await modifier.count(), await margin.count()]).toEqual([1, 0]);
    await drawer.getByRole("switch", { name: /^Override the partner's revenue share/ }).click();
    await modifier.fill("80");
    await margin.fill("25");
    await save(drawer);
    await closed(drawer);
    await program.publish("From the postback");
    expect(await program.evaluate({ postbackPayout: "10" })).toMatchObject({ advertiserCost: "8.00", payout: "6.00" });
    expect(await program.evaluate({})).toMatchObject({ status: "rejected", reason: "postback-payout-missing" });
  });

  it("makes a KPI of the event: tracked, not paid", async () => {
    const { program, page, drawer } = await opened();
    await drawer.getByRole("combobox", { name: "Classification" }).click();
    await page.getByRole("option", { name: /KPI/ }).click();
    await drawer.getByText(/tracked, not paid/).waitFor();
    await save(drawer);
    await closed(drawer);
    await program.publish("Only counted");
    expect(await program.evaluate({ orderTotal: "100" })).toMatchObject({ status: "kpi", payout: "0.00" });
  });
});
