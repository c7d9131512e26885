import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { draftSaved, rankedList, ranking, row } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

/** What Chromium itself says of a request that got no answer. */
const AWAY = { expects: /net::ERR_CONNECTION_REFUSED|net::ERR_FAILED/ };

describe("nothing that was typed or pressed is lost", () => {
  const { firstmatch, open } = useScreens();

  it("an editor with changes asks before it is closed, and keeps them when the answer is no", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    const name = drawer.getByRole("textbox", { name: "Name" });
    await name.fill("From 200 on");
    const question = page.getByRole("dialog", { name: "Discard your changes?" });
    for (const close of [
      () => page.keyboard.press("Escape"),
      () => drawer.getByRole("button", { name: "Cancel" }).click(),
      () => drawer.getByRole("button", { name: "Close the editor" }).click(),
    ]) {
      await close();
      await question.getByRole("button", { name: "Keep editing" }).click();
      await question.waitFor({ state: "hidden" });
      expect(await name.inputValue()).toBe("From 200 on");
    }
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Discard" }).click();
    await closed(drawer);
    expect(await ranking(page)).toEqual(["From 300", "From 200", "From 100"]);
  });

  it("an editor without changes closes without a question", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    await drawer.getByRole("textbox", { name: "Name" }).waitFor();
    await page.keyboard.press("Escape");
    await closed(drawer);
  });

  it("the browser's back button asks, too", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${program.id}`);
    await page.getByRole("link", { name: "Standard", exact: true }).click();
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    await drawer.getByRole("textbox", { name: "Name" }).fill("From 200 on");
    await page.evaluate(() => window.history.back());
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    await question.waitFor({ state: "hidden" });
    expect(await drawer.getByRole("textbox", { name: "Name" }).inputValue()).toBe("From 200 on");
  });

  it("a change in the list while the service is away stays on screen as not saved, and is saved on the next try", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen(), AWAY);
    await rankedList(page).waitFor();
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await row(page, "From 200").getByRole("switch").click();
    await page.getByRole("button", { name: "Move From 100 up" }).click();
    const mark = page.getByRole("status", { name: "Draft" });
    await mark.getByText(/Not saved/).waitFor();
    await eventually(() => ranking(page)).toEqual(["From 300", "From 100", "From 200"]);

    await page.unroute("**/api/**");
    await mark.getByRole("button", { name: "Try again" }).click();
    await draftSaved(page);
    expect((await program.draft()).terms.events[0]?.groups?.map(({ name, enabled = true }) => [name, enabled])).toEqual(
      [
        ["From 300", true],
        ["From 100", true],
        ["From 200", false],
      ],
    );
  });

  it("a change that did not arrive goes along to the versions, and is asked about before the terms are left", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen(), AWAY);
    await rankedList(page).waitFor();
    await page.route("**/draft", (route) => route.abort("connectionrefused"));
    await row(page, "From 200").getByRole("switch").click();
    const mark = page.getByRole("status", { name: "Draft" });
    await mark.getByText(/Not saved/).waitFor();
    await page.getByRole("link", { name: "Versions" }).click();
    await page.getByRole("list", { name: "Versions" }).waitFor();
    await mark.getByText(/Not saved/).waitFor();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Programs" }).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByText(/switch From 200 off/).waitFor();
    await question.getByRole("button", { name: "Cancel" }).click();
    await page.unroute("**/draft");
    await mark.getByRole("button", { name: "Try again" }).click();
    await draftSaved(page);
    expect((await program.draft()).terms.events[0]?.groups?.[1]?.enabled).toBe(false);
  });

  it("an editor that cannot reach the service says so, stays open with all that was typed, and saves later", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen(), AWAY);
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(page, "From 200");
    await drawer.getByRole("textbox", { name: "Name" }).fill("From 200 on");
    await page.route("**/api/**", (route) => route.abort("connectionrefused"));
    await save(drawer);
    await drawer
      .getByRole("alert")
      .getByText(/The service cannot be reached/)
      .waitFor();
    expect(await drawer.getByRole("textbox", { name: "Name" }).inputValue()).toBe("From 200 on");
    await page.unroute("**/api/**");
    await save(drawer);
    await closed(drawer);
    await draftSaved(page);
    expect((await program.draft()).terms.events[0]?.groups?.[1]?.name).toBe("From 200 on");
  });

  it("the window asks before it is closed over what is not saved", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "From 200", exact: true }).click();
    await editor(page, "From 200").getByRole("textbox", { name: "Name" }).fill("From 200 on");
    const asked = page.waitForEvent("dialog");
    const leaving = page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await leaving;
    expect(await editor(page, "From 200").getByRole("textbox", { name: "Name" }).inputValue()).toBe("From 200 on");
  });
});
