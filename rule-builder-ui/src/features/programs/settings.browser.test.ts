import type { Program } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { tabTo } from "../../testing/keyboard.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the settings of a program", () => {
  const { firstmatch, open } = useScreens();
  const stored = (id: string) => firstmatch().fetchJson(`/api/programs/${id}`) as Promise<Program>;

  it("pause it after a question, and nothing that occurs then is paid", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())], "Pausing Outfitters");
    const page = await open(`/programs/${program.id}`);
    await page.getByRole("link", { name: "Settings" }).click();
    const save = page.getByRole("button", { name: "Save settings" });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole("radio", { name: "Paused" }).check();
    await save.click();
    const question = page.getByRole("dialog", { name: "Pause Pausing Outfitters?" });
    await question.getByText(/nothing that occurs is paid/).waitFor();
    await question.getByRole("button", { name: "Cancel" }).click();
    expect((await stored(program.id)).status).toBe("active");
    await save.click();
    await question.getByRole("button", { name: "Pause program" }).click();
    await page.getByText("The settings are saved").waitFor();
    await page.getByText("Paused", { exact: true }).first().waitFor();
    await eventually(() => program.evaluate({ orderTotal: "100" })).toMatchObject({
      status: "rejected",
      reason: "not-active",
    });
  });

  it("are changed by keyboard: who may be paid, the code pattern with its example, the name", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())], "Closed Outfitters");
    const page = await open(`/programs/${program.id}/settings`);
    await tabTo(page, page.getByRole("textbox", { name: "Name" }));
    await page.keyboard.press("End");
    await page.keyboard.type(" Inc");
    await tabTo(page, page.getByRole("radio", { name: "Every partner" }));
    await page.keyboard.press("ArrowDown");
    const pattern = page.getByRole("textbox", { name: "Pattern" });
    await tabTo(page, pattern);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("SHOES");
    await page.getByText(/must hold \{NN\} or \{XXXX\}/).waitFor();
    expect(await page.getByRole("button", { name: "Save settings" }).isDisabled()).toBe(true);
    await page.keyboard.type("-{NNN}");
    await page.getByText("SHOES-074", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    const question = page.getByRole("dialog", { name: "Pay members only?" });
    await question.waitFor();
    await tabTo(page, question.getByRole("button", { name: "Pay members only" }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Closed Outfitters Inc", level: 1 }).waitFor();
    expect(await stored(program.id)).toMatchObject({
      name: "Closed Outfitters Inc",
      access: "members-only",
      codePattern: "SHOES-{NNN}",
      status: "active",
    });
    await eventually(() => program.evaluate({ partnerId: "p-x", orderTotal: "100" })).toMatchObject({
      reason: "not-a-member",
    });
  });

  it("are not lost by a click on another tab", async () => {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${program.id}/settings`);
    await page.getByRole("radio", { name: "The click wins" }).check();
    await page.getByRole("link", { name: "Members", exact: true }).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByRole("radio", { name: "The click wins" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Save settings" }).click();
    await page.getByText("The settings are saved").waitFor();
    expect((await stored(program.id)).attribution).toBe("click");
  });
});
