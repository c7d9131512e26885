import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { publishDialog } from "../../testing/publish-dialog.ts";
import { draftSaved, rankedList, row } from "../../testing/ranked-list.ts";
import { groupsOf, movedOn, rename, twoManagers } from "../../testing/two-managers.ts";
import { useScreens } from "../../testing/use-screens.ts";

describe("what another manager took away or changed meanwhile", () => {
  const screens = useScreens();

  it("a group that was deleted there and edited here comes back with the edit, at its rank", async () => {
    const { program, second } = await twoManagers(screens);
    await rankedList(second).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(second, "From 200");
    await drawer.getByRole("textbox", { name: "The partner gets", exact: true }).fill("22");
    await program.save((terms) => ({
      ...terms,
      events: terms.events.map((event) => ({
        ...event,
        groups: (event.groups ?? []).filter(({ name }) => name !== "From 200"),
      })),
    }));
    await save(drawer);
    await movedOn(second)
      .getByText(/From 200.*removed/)
      .waitFor();
    await movedOn(second).getByRole("button", { name: "Apply my change again" }).click();
    await closed(drawer);
    await draftSaved(second);
    expect((await groupsOf(program)).map(({ name, event }) => [name, event.params.payout.partner])).toEqual([
      ["From 300", { percent: "30" }],
      ["From 200", { percent: "22" }],
      ["From 100", { percent: "10" }],
    ]);
  });

  it("an event type that was removed there does not swallow what was typed for it here", async () => {
    const { program, second } = await twoManagers(screens);
    await rankedList(second).getByRole("button", { name: "From 200", exact: true }).click();
    const drawer = editor(second, "From 200");
    const name = drawer.getByRole("textbox", { name: "Name" });
    await name.fill("From 200 on");
    await program.save((terms) => ({ ...terms, events: [] }));
    await save(drawer);
    await movedOn(second)
      .getByText(/cannot be made again/)
      .waitFor();
    expect(await movedOn(second).getByRole("button", { name: "Apply my change again" }).isDisabled()).toBe(true);
    expect(await name.inputValue()).toBe("From 200 on");
    await movedOn(second).getByRole("button", { name: "Reload without my change" }).click();
    await movedOn(second).waitFor({ state: "hidden" });
    expect((await program.draft()).terms.events).toEqual([]);
  });

  it("a draft that has moved on is not published unseen: the differences are those of the newer one", async () => {
    const { program, first, second } = await twoManagers(screens);
    await row(second, "From 100").getByRole("switch").click();
    await draftSaved(second);
    await second.getByRole("button", { name: /^Publish/ }).click();
    const dialog = publishDialog(second);
    await dialog.getByLabel("Note").fill("Without the small ones");
    await dialog.getByLabel("Your name").fill("Mara");
    await first.reload();
    await rename(first, "From 300", "Large orders");
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await dialog.getByRole("button", { name: /^Reload/ }).click();
    await publishDialog(second)
      .getByText(/Large orders/)
      .waitFor();
    expect(await dialog.getByLabel("Note").inputValue()).toBe("Without the small ones");
    expect(await program.evaluate({ orderTotal: "400" })).toMatchObject({ terms: { version: 1 } });
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await second.getByText("Version 2 is in force", { exact: true }).waitFor();
    expect(await program.evaluate({ orderTotal: "400" })).toMatchObject({ match: { name: "Large orders" } });
  });
});
