import { describe, expect, it } from "vitest";
import { atLeast, group, plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { publish, publishDialog } from "../../testing/publish-dialog.ts";
import { draftSaved, ranking, row } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the versions of terms", () => {
  const { firstmatch, open } = useScreens();

  it("can be opened and restored to the draft, with the differences in sentences", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    await program.save((terms) => ({
      ...terms,
      events: [sale([group("From 500", [atLeast("500")], "50"), ...threeGroups().slice(0, 2)])],
    }));
    await program.publish("Only large orders");

    const page = await open(program.screen());
    await page.getByRole("link", { name: "Versions" }).click();
    const versions = page.getByRole("list", { name: "Versions" });
    await versions.getByText(/Only large orders/).waitFor();
    await versions.getByRole("link", { name: "Version 1" }).click();
    const groups = page.getByRole("list", { name: "Payout groups of Online sale" });
    await eventually(() => groups.getByRole("listitem").count()).toBe(3);
    expect(await groups.getByRole("button").count()).toBe(0);
    await page.getByText("What the draft changes").click();
    const differences = page.getByRole("list", { name: "Differences" });
    await differences.getByText(/From 500.* added at rank 1/).waitFor();
    await differences.getByText(/From 100.* removed/).waitFor();

    await page.getByRole("button", { name: /^Restore to the draft/ }).click();
    await page
      .getByRole("dialog", { name: "Restore version 1?" })
      .getByRole("button", { name: "Restore to the draft" })
      .click();
    await page.getByText("The draft reads the same as version 1.").waitFor();
    await draftSaved(page);
    expect((await program.draft()).terms.events).toEqual([sale(threeGroups())]);
    expect(await program.evaluate({ orderTotal: "600" })).toMatchObject({
      match: { id: "from-500" },
      terms: { version: 2 },
    });

    await page.getByRole("link", { name: /^Online sale/ }).click();
    await eventually(() => ranking(page)).toEqual(["From 300", "From 200", "From 100"]);
    await publish(page, "Back to the beginning");
    expect(await program.evaluate({ orderTotal: "600" })).toMatchObject({
      match: { id: "from-300" },
      terms: { version: 3 },
    });
  });

  it("published for a later moment are listed as not yet in force, and decide nothing before it", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await page.getByRole("switch", { name: "From 300 is on" }).click();
    await draftSaved(page);
    await page.getByRole("button", { name: /^Publish/ }).click();
    const dialog = publishDialog(page);
    await dialog
      .getByRole("list", { name: "Differences" })
      .getByText(/From 300/)
      .waitFor();
    await dialog.getByLabel("Note").fill("From the new year on");
    await dialog.getByLabel("Your name").fill("Mara");
    await dialog.getByRole("radio", { name: "From a later moment" }).click();
    await dialog.getByLabel("In force from").fill("2099-01-01T00:00");
    await dialog.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByText(/Version 2 is published, in force from Jan 1, 2099/).waitFor();

    await page.getByRole("link", { name: "Versions" }).click();
    const versions = page.getByRole("list", { name: "Versions" }).getByRole("listitem");
    await versions.filter({ hasText: "Version 2" }).getByText("In force later", { exact: true }).waitFor();
    await versions.filter({ hasText: "Version 1" }).getByText("In force now", { exact: true }).waitFor();
    expect(await program.evaluate({ orderTotal: "400" })).toMatchObject({
      match: { id: "from-300" },
      terms: { version: 1 },
    });
    const later = { orderTotal: "400", occurredAt: "2099-01-01T05:00:00Z" };
    expect(await program.evaluate(later)).toMatchObject({ match: { id: "from-200" }, terms: { version: 2 } });
  });

  it("cannot be published without a name, and not while nothing differs", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(program.screen());
    await page.getByRole("button", { name: /^Publish/ }).click();
    await publishDialog(page).getByText("Nothing differs from version 1.").waitFor();
    expect(await publishDialog(page).getByRole("button", { name: "Publish", exact: true }).isDisabled()).toBe(true);
    await publishDialog(page).getByRole("button", { name: "Cancel" }).click();
    await row(page, "From 300").getByRole("switch").click();
    await draftSaved(page);
    await page.getByRole("button", { name: /^Publish/ }).click();
    await publishDialog(page).getByRole("button", { name: "Publish", exact: true }).click();
    await publishDialog(page).waitFor();
    expect(
      await publishDialog(page)
        .getByLabel("Your name")
        .evaluate((field: HTMLInputElement) => field.validity.valid),
    ).toBe(false);
  });
});
