import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { group, plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("a personal payout", () => {
  const { firstmatch, open } = useScreens({ demo: true });

  it("with a coupon code decides the conversions that carry it for its partner, at once", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add personal payout" }).click();
    const drawer = page.getByRole("dialog", { name: /^New personal payout in Program \d+, Online sale$/ });
    await drawer.getByRole("textbox", { name: "Title" }).fill("Ben's deal");
    await drawer.getByRole("textbox", { name: "Partners" }).fill("p-9");
    await drawer.getByRole("textbox", { name: "Coupon code" }).fill("BEN15");
    await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).fill("15");
    await save(drawer);
    await closed(drawer);
    await page.getByRole("button", { name: "1 personal payout", exact: true }).click();
    const card = page.getByRole("list", { name: "Personal payouts" }).getByRole("listitem");
    await card.getByText("For p-9 with the code BEN15", { exact: true }).waitFor();

    await eventually(() => program.evaluate({ orderTotal: "100", promoCode: "ben15" })).toMatchObject({
      match: { kind: "personal", name: "Ben's deal" },
      partnerId: "p-9",
      payout: "15.00",
    });
    expect(await program.evaluate({ orderTotal: "100", partnerId: "p-9" })).toMatchObject({
      match: { kind: "group", id: "from-100" },
      payout: "10.00",
    });
  });

  it("is refused with a coupon code for two partners, at its field", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: "Add personal payout" }).click();
    const drawer = page.getByRole("dialog", { name: /^New personal payout in Program \d+, Online sale$/ });
    await drawer.getByRole("textbox", { name: "Title" }).fill("Ours");
    await drawer.getByRole("textbox", { name: "Partners" }).fill("p-8, p-9");
    const code = drawer.getByRole("textbox", { name: "Coupon code" });
    await code.fill("BOTH");
    await save(drawer);
    await eventually(() => code.getAttribute("aria-invalid")).toBe("true");
    expect(await code.inputValue()).toBe("BOTH");
    await page.keyboard.press("Escape");
  });

  it("is removed only after a question", async () => {
    const page = await open("/programs/acme/terms/standard/events/sale");
    await page.getByRole("button", { name: "1 personal payout", exact: true }).click();
    const remove = async (answer: string) => {
      await page.getByRole("button", { name: "More for Anna's deal" }).click();
      await page.getByRole("menuitem", { name: "Remove" }).click();
      const question = page.getByRole("dialog", { name: "Remove Anna's deal?" });
      await question.getByRole("button", { name: answer, exact: true }).click();
      await question.waitFor({ state: "hidden" });
    };
    await remove("Cancel");
    await page.getByRole("button", { name: "Anna's deal", exact: true }).waitFor();
    await remove("Remove personal payout");
    await page.getByRole("button", { name: "Anna's deal", exact: true }).waitFor({ state: "hidden" });
  });

  it("that somebody else has changed meanwhile is not overwritten, and what was typed stays", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const list = `/api/programs/${program.id}/terms/standard/events/sale/personal-payouts`;
    const json = (body: unknown, headers = {}) => ({
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    const { enabled: _, name: __, ...shared } = group("-", []);
    const anna = { ...shared, id: "anna", title: "Anna's deal", partners: ["p-7"] };
    await firstmatch().fetchJson(list, { method: "POST", ...json(anna) });

    const page = await open(program.screen(), { expects: /status of 412/ });
    await page.getByRole("button", { name: "1 personal payout", exact: true }).click();
    await page.getByRole("button", { name: "Anna's deal", exact: true }).click();
    const drawer = editor(page, "Anna's deal");
    const title = drawer.getByRole("textbox", { name: "Title" });
    await title.fill("Mine");
    const theirs = json({ ...anna, title: "Theirs" }, { "if-match": '"1"' });
    await firstmatch().fetchJson(`${list}/anna`, { method: "PUT", ...theirs });
    await save(drawer);
    await drawer
      .getByRole("alert")
      .getByText(/Somebody else changed this personal payout/)
      .waitFor();
    expect(await title.inputValue()).toBe("Mine");
    expect(await firstmatch().fetchJson(`${list}/anna`)).toMatchObject({ payout: { title: "Theirs" } });
  });
});
