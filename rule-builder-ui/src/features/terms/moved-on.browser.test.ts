import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { draftSaved, rankedList, row } from "../../testing/ranked-list.ts";
import { groupsOf, movedOn, rename, twoManagers } from "../../testing/two-managers.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("two managers at the same draft", () => {
  const screens = useScreens();

  it("tells the second what the first did, and applies the second's change again on top of it", async () => {
    const { program, first, second } = await twoManagers(screens);
    await rename(first, "From 300", "Large orders");
    await row(second, "From 100").getByRole("switch").click();

    const dialog = movedOn(second);
    await dialog.getByText(/Large orders/).waitFor();
    await dialog.getByText(/From 100/).waitFor();
    expect((await groupsOf(program)).map(({ name, enabled = true }) => [name, enabled])).toEqual([
      ["Large orders", true],
      ["From 200", true],
      ["From 100", true],
    ]);
    await dialog.getByRole("button", { name: "Apply my change again" }).click();
    await draftSaved(second);
    await row(second, "Large orders").waitFor();
    expect((await groupsOf(program)).map(({ name, enabled = true }) => [name, enabled])).toEqual([
      ["Large orders", true],
      ["From 200", true],
      ["From 100", false],
    ]);
  });

  it("merges two editors of the same group: the first's name and the second's payout", async () => {
    const { program, first, second } = await twoManagers(screens);
    await rankedList(second).getByRole("button", { name: "From 300", exact: true }).click();
    const drawer = editor(second, "From 300");
    await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).fill("33");
    await rename(first, "From 300", "Large orders");
    await save(drawer);
    await movedOn(second).getByRole("button", { name: "Apply my change again" }).click();
    await closed(drawer);
    await draftSaved(second);
    const [merged] = await groupsOf(program);
    expect(merged).toMatchObject({
      name: "Large orders",
      event: { params: { payout: { partner: { percent: "33" } } } },
    });
  });

  it("keeps what was typed in the editor when the second reloads instead, and saves it on the next try", async () => {
    const { program, first, second } = await twoManagers(screens);
    await rankedList(second).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(second, "From 200");
    await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).fill("22");
    await rename(first, "From 300", "Large orders");
    await save(drawer);
    await movedOn(second).getByRole("button", { name: "Reload without my change" }).click();
    await drawer.getByText(/The newer draft was loaded instead/).waitFor();
    expect(await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).inputValue()).toBe("22");
    expect((await groupsOf(program)).map(({ event }) => event.params.payout.partner)).toEqual([
      { percent: "30" },
      { percent: "20" },
      { percent: "10" },
    ]);
    await save(drawer);
    await closed(drawer);
    await draftSaved(second);
    expect((await groupsOf(program)).map(({ name, event }) => [name, event.params.payout.partner])).toEqual([
      ["Large orders", { percent: "30" }],
      ["From 200", { percent: "22" }],
      ["From 100", { percent: "10" }],
    ]);
  });

  it("drops a change made with one press when the second reloads, and shows the first's draft", async () => {
    const { program, first, second } = await twoManagers(screens);
    await rename(first, "From 300", "Large orders");
    await row(second, "From 100").getByRole("switch").click();
    await movedOn(second).getByRole("button", { name: "Reload without my change" }).click();
    await row(second, "Large orders").waitFor();
    await eventually(() => row(second, "From 100").getByRole("switch").isChecked()).toBe(true);
    expect((await groupsOf(program)).every(({ enabled = true }) => enabled)).toBe(true);
  });

  it("offers the newer draft to a manager who comes back to the page and has changed nothing", async () => {
    const { first, second } = await twoManagers(screens);
    await rename(first, "From 300", "Large orders");
    await second.evaluate(() => window.dispatchEvent(new Event("focus")));
    const alert = second.getByRole("alert").filter({ hasText: "The draft has moved on since you opened it" });
    await alert.getByText(/Large orders/).waitFor();
    await alert.getByRole("button", { name: "Reload" }).click();
    await row(second, "Large orders").waitFor();
    await alert.waitFor({ state: "hidden" });
  });
});
