import type { IssuedKey, Role } from "@firstmatch/shared-types";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { editor, save } from "../../testing/group-editor.ts";
import { hasFocus, tabTo } from "../../testing/keyboard.ts";
import { draftSaved, rankedList } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const SALE = "/programs/acme/terms/standard/events/sale";
const NOBODY = /status of 401/;

const keyField = (within: Page | Locator) => within.getByLabel(/^Key( \*)?$/);
const button = (within: Page | Locator, name: string | RegExp) => within.getByRole("button", { name, exact: true });
const secretDialog = (page: Page) => page.getByRole("dialog", { name: /^Key for/ });

async function signInByKeys(page: Page, key: string) {
  await keyField(page).waitFor();
  // The field has the focus: pasting and Enter are enough.
  await page.keyboard.insertText(key);
  await page.keyboard.press("Enter");
}

describe("the first admin key", () => {
  const { open } = useScreens({ demo: true });

  it("switches sign-in on, lets nobody be locked out, and opens the screens again, all by keyboard", async () => {
    const page = await open("/", { expects: /status of 409/ });
    await tabTo(page, page.getByRole("link", { name: "Make an admin key" }));
    await page.keyboard.press("Enter");
    await tabTo(page, button(page, "New key"));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New key" });
    await dialog.getByText("This switches sign-in on").waitFor();
    await eventually(() => hasFocus(dialog.getByRole("textbox", { name: "Name" }))).toBe(true);
    await page.keyboard.type("Mara");
    await page.keyboard.press("Enter");

    await secretDialog(page).waitFor();
    const key = await keyField(secretDialog(page)).inputValue();
    expect(key).toMatch(/^fm_/);
    await page.keyboard.press("Escape");
    await secretDialog(page).waitFor(); // A slip of the hand does not lose it.
    await tabTo(page, button(page, "I have it"));
    await page.keyboard.press("Enter");
    await page.getByText("Make an admin key").waitFor({ state: "hidden" });
    await page.getByText("Mara", { exact: true }).first().waitFor();

    await button(page, "More for Mara").click();
    await page.getByRole("menuitem", { name: "Remove key" }).click();
    await button(page, "Remove key").click();
    await page.getByText(/^This is the last admin key that works/).waitFor();

    const other = await open("/access");
    await keyField(other).waitFor();
    expect(await other.getByRole("navigation").count()).toBe(0);

    await tabTo(page, button(page, "Sign out"));
    await page.keyboard.press("Enter");
    await signInByKeys(page, key);
    await page.getByRole("link", { name: "Acme Outfitters" }).waitFor();
  });
});

describe("signing in", () => {
  const adminKey = "browser-tests-browser-tests-browser-tests";
  const { firstmatch, open } = useScreens({ adminKey, demo: true });

  const makeKey = async (name: string, role: Role): Promise<string> => {
    const body = JSON.stringify({ name, role });
    const init = { method: "POST", headers: { "content-type": "application/json" }, body };
    return ((await firstmatch().fetchJson("/api/keys", init)) as IssuedKey).secret;
  };

  it("refuses a wrong key in words, and leads to where one wanted to go", async () => {
    const page = await open(SALE, { expects: NOBODY });
    await signInByKeys(page, "fm_wrong");
    await page.getByText("This key is not known here, or was taken away.").waitFor();
    await keyField(page).fill("");
    await signInByKeys(page, adminKey);
    await rankedList(page).waitFor();
    expect(new URL(page.url()).pathname).toBe(SALE);
  });

  it.each(["light", "dark"] as const)("keeps nobody out: %s", async (colorScheme) => {
    const page = await open("/", { colorScheme, reducedMotion: "reduce" });
    await keyField(page).waitFor();
    for (const width of [1280, 1024, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await seriousViolations(page)).toEqual([]);
      expect(await overflowsSideways(page)).toBe(false);
    }
  });

  it("shows a viewer the settings of a program as text, and says who may change them", async () => {
    const page = await open("/programs/acme/settings", { key: await makeKey("Val", "viewer") });
    await page.getByText("Changing them takes the role publisher or admin.").waitFor();
    await page.getByText("Conversions are paid.").waitFor();
    expect(await page.getByRole("main").locator("input, button, textarea").count()).toBe(0);
  });

  it("shows a viewer everything and offers no change", async () => {
    const page = await open(SALE, { key: await makeKey("Vic", "viewer") });
    await page.getByText("New and 200 or more").waitFor();
    const names = await page.getByRole("button").evaluateAll((all) => all.map((each) => each.textContent));
    expect(names.filter((name) => /add|publish|edit|restore|event type|drag/i.test(name ?? ""))).toEqual([]);
    expect(await page.getByRole("switch").count()).toBe(0);
    await button(page, "Try a conversion").waitFor();
    expect(await page.getByRole("link", { name: "Access" }).count()).toBe(0);
    await page.goto("/access");
    await page.getByRole("heading", { name: "Only an admin gives keys" }).waitFor();
    await page.goto("/");
    await page.getByRole("link", { name: "Acme Outfitters" }).waitFor();
    expect(await button(page, "New program").count()).toBe(0);
    await button(page, "Sign out").click();
    await keyField(page).waitFor();
  });

  it("says to a service's key that it has no screens", async () => {
    const page = await open("/", { key: await makeKey("Tracker", "evaluate-only") });
    await page.getByRole("heading", { name: "This key is made for a service" }).waitFor();
    expect(await page.getByRole("navigation").count()).toBe(0);
  });

  it("again on top of an editor loses nothing of what was typed: the save goes on", async () => {
    const key = await makeKey("Eda", "editor");
    const page = await open(SALE, { key, expects: NOBODY });
    await button(rankedList(page), "200 or more").click();
    const drawer = editor(page, "200 or more");
    await drawer.getByRole("textbox", { name: "Name" }).fill("Two hundred or more");
    await endSession(page);
    await save(drawer);
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await dialog.getByText("The session of Eda has ended.").waitFor();
    await signInByKeys(page, key);
    await button(rankedList(page), "Two hundred or more").waitFor();
    await draftSaved(page);
  });

  it("as somebody else does not save what another person typed", async () => {
    const page = await open(SALE, { key: await makeKey("Eda", "editor"), expects: NOBODY });
    await button(rankedList(page), "From Facebook").click();
    const drawer = editor(page, "From Facebook");
    await drawer.getByRole("textbox", { name: "Name" }).fill("From anywhere");
    await endSession(page);
    await save(drawer);
    await page.getByRole("dialog", { name: "Sign in again" }).waitFor();
    await signInByKeys(page, await makeKey("Otto", "editor"));
    await page.getByText("Otto", { exact: true }).waitFor();
    await drawer.getByRole("alert").first().waitFor();
    expect(await drawer.getByRole("textbox", { name: "Name" }).inputValue()).toBe("From anywhere");
  });

  it("may be waved away, and is asked again at the next save", async () => {
    const key = await makeKey("Eda", "editor");
    const page = await open(SALE, { key, expects: NOBODY });
    await button(rankedList(page), "From Facebook").click();
    const drawer = editor(page, "From Facebook");
    await drawer.getByRole("textbox", { name: "Name" }).fill("From the book");
    await endSession(page);
    await save(drawer);
    await button(page, "Not now").click();
    await drawer
      .getByText(/Nobody is signed in/)
      .first()
      .waitFor();
    await save(drawer);
    await page.getByRole("dialog", { name: "Sign in again" }).waitFor();
    await signInByKeys(page, key);
    await button(rankedList(page), "From the book").waitFor();
  });

  it("lets an admin rotate a key and take it away", async () => {
    await makeKey("Rotated", "editor");
    const page = await open("/access", { key: adminKey });
    await button(page, "New secret for Rotated").click();
    const dialog = page.getByRole("dialog", { name: "New secret for Rotated" });
    await dialog.getByText("The older secret works on, until you take it away.").waitFor();
    await button(dialog, "I have it").click();
    const secrets = page.getByRole("list", { name: "Secrets of Rotated" }).getByRole("listitem");
    await eventually(() => secrets.count()).toBe(2);
    await button(page, /^Take away the secret .* of Rotated$/)
      .first()
      .click();
    await button(page, "Take away").last().click();
    await eventually(() => secrets.count()).toBe(1);
    await button(page, "More for Rotated").click();
    await page.getByRole("menuitem", { name: "Remove key" }).click();
    await button(page, "Remove key").click();
    await page.getByRole("list", { name: "Secrets of Rotated" }).waitFor({ state: "detached" });
  });
});

/** The session ends elsewhere: in another window, or after its twelve hours. */
async function endSession(page: Page) {
  const { csrfToken } = await (await page.request.get("/api/session")).json();
  const answer = await page.request.delete("/api/session", { headers: { "x-csrf-token": csrfToken } });
  expect(answer.status()).toBe(204);
}
