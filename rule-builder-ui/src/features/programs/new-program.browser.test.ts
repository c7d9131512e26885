import type { Decision, Draft } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { publish } from "../../testing/publish-dialog.ts";
import { draftSaved } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("programs, terms and event types", () => {
  const { firstmatch, open } = useScreens();

  it("a new program goes from empty to its first decided event", async () => {
    const page = await open("/");
    await page.getByRole("button", { name: "New program" }).click();
    const dialog = page.getByRole("dialog", { name: "New program" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Bergland Outdoor");
    expect(await dialog.getByRole("textbox", { name: "Id" }).inputValue()).toBe("bergland-outdoor");
    await dialog.getByRole("combobox", { name: "Currency" }).fill("EUR");
    await page.getByRole("option", { name: "EUR", exact: true }).click();
    await dialog.getByRole("button", { name: "Create program" }).click();
    await page.getByRole("heading", { name: "Bergland Outdoor", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Standard", exact: true }).click();
    await page.getByRole("button", { name: "Add an event type" }).click();
    const adding = page.getByRole("dialog", { name: "Add an event type" });
    await adding.getByRole("combobox", { name: "Key" }).fill("sale");
    await adding.getByRole("button", { name: "Add event type" }).click();
    await page.getByRole("heading", { name: "Sale", level: 2 }).waitFor();
    await draftSaved(page);
    await publish(page, "The first");
    const decision = (await firstmatch().fetchJson("/evaluate", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ program: "bergland-outdoor", eventType: "sale", orderTotal: "80" }),
    })) as Decision;
    expect(decision).toMatchObject({ match: { kind: "default" }, currency: "EUR", payout: "8.00" });
  });

  it("new terms begin as a copy of others", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${program.id}`);
    await page.getByRole("button", { name: "More for Standard" }).click();
    await page.getByRole("menuitem", { name: "Copy to new terms" }).click();
    const dialog = page.getByRole("dialog", { name: "New terms" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Gold partners");
    await dialog.getByRole("button", { name: "Create terms" }).click();
    await page.getByRole("heading", { name: "Gold partners", level: 1 }).waitFor();
    const copy = (await firstmatch().fetchJson(`/api/programs/${program.id}/terms/gold-partners/draft`)) as Draft;
    expect(copy.terms.events).toEqual((await program.draft()).terms.events);
  });

  it("an event type is added, copied, renamed, and removed only after a question", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    const types = async () => (await program.draft()).terms.events.map(({ type, name }) => `${type}: ${name}`);
    const menu = async (name: string, action: string) => {
      await page.getByRole("button", { name: `More for the event type ${name}` }).click();
      await page.getByRole("menuitem", { name: action, exact: true }).click();
    };
    const addAs = async (type: string, name: string, levelOrCopy?: "Item") => {
      const dialog = page.getByRole("dialog", { name: "Add an event type" });
      await dialog.getByRole("combobox", { name: "Key" }).fill(type);
      await dialog.getByRole("textbox", { name: "Name" }).fill(name);
      if (levelOrCopy) await dialog.getByRole("radio", { name: levelOrCopy }).click();
      await dialog.getByRole("button", { name: "Add event type" }).click();
      await page.getByRole("heading", { name, level: 2 }).waitFor();
      await draftSaved(page);
    };

    await page.getByRole("button", { name: "Event type", exact: true }).click();
    await addAs("marketplace", "Marketplace", "Item");
    await page.getByRole("link", { name: /^Online sale/ }).click();
    await menu("Online sale", "Copy to a new event type");
    await addAs("app-sale", "App sale");
    await eventually(types).toEqual(["sale: Online sale", "marketplace: Marketplace", "app-sale: App sale"]);
    const [original, added, copy] = (await program.draft()).terms.events;
    expect(added).toMatchObject({ level: "item", groups: [] });
    expect(copy).toEqual({ ...original, type: "app-sale", name: "App sale" });

    await menu("App sale", "Name and level");
    const settings = page.getByRole("dialog", { name: "Name and level" });
    await settings.getByRole("textbox", { name: "Name" }).fill("Sale in the app");
    await settings.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "Sale in the app", level: 2 }).waitFor();
    await draftSaved(page);

    await menu("Sale in the app", "Remove");
    const question = page.getByRole("dialog", { name: "Remove Sale in the app?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "hidden" });
    await menu("Sale in the app", "Remove");
    await question.getByRole("button", { name: "Remove event type" }).click();
    await eventually(types).toEqual(["sale: Online sale", "marketplace: Marketplace"]);
    await page.getByRole("heading", { name: "Online sale", level: 2 }).waitFor();
  });
});
