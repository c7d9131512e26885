import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { tabTo } from "../../testing/keyboard.ts";
import { plantWithGold } from "../../testing/planted-gold.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("a promo code", () => {
  const { firstmatch, open } = useScreens();

  async function withCode(name: string, code: string, expects?: RegExp) {
    const program = await plantWithGold(firstmatch(), name);
    const { id } = await plantPartner(firstmatch(), { name: "Rae Reissue" });
    await join(firstmatch(), program.id, { partner: id, terms: "gold" });
    await firstmatch().fetchJson(`/api/programs/${program.id}/codes`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ partner: id, code }),
    });
    const page = await open(`/programs/${program.id}/members?member=${id}`, expects && { expects });
    const drawer = page.getByRole("dialog", { name: "Rae Reissue" });
    const partnerOf = async (promoCode: string) => (await program.evaluate({ promoCode, orderTotal: "100" })).partnerId;
    return { id, page, codes: drawer.getByRole("list", { name: "Promo codes" }), drawer, partnerOf };
  }

  const act = async (page: Page, codes: Locator, code: string, action: string) => {
    await codes.getByRole("button", { name: `More for ${code}` }).click();
    await page.getByRole("menuitem", { name: action, exact: true }).click();
  };

  it("that leaked stops at once, and the new one is the member's", async () => {
    const { id, page, codes, partnerOf } = await withCode("Leak Outfitters", "LEAKED");
    expect(await partnerOf("leaked")).toBe(id);
    await act(page, codes, "LEAKED", "Re-issue");
    const dialog = page.getByRole("dialog", { name: "Re-issue LEAKED" });
    await dialog.getByRole("textbox", { name: /^New code/ }).fill("FRESH24");
    await dialog.getByRole("button", { name: "Re-issue" }).click();
    await page.getByText("FRESH24 is in place of LEAKED").waitFor();
    await codes.getByRole("listitem").filter({ hasText: "LEAKED" }).getByText("Inactive").waitFor();
    await eventually(() => Promise.all(["LEAKED", "fresh24"].map(partnerOf))).toEqual([null, id]);

    await act(page, codes, "LEAKED", "Who had it when");
    const holders = page.getByRole("dialog", { name: "Who had LEAKED when" }).getByRole("listitem");
    await eventually(() => holders.count()).toBe(2);
    expect((await holders.allInnerTexts()).map((text) => /inactive/.test(text))).toEqual([true, false]);
  });

  it("runs out at a later moment, so that both count until then, by keyboard", async () => {
    const { id, page, codes, drawer, partnerOf } = await withCode("Run-out Outfitters", "OLDCODE");
    const press = async (target: Locator) => {
      await tabTo(page, target);
      await page.keyboard.press("Enter");
    };
    await press(codes.getByRole("button", { name: "More for OLDCODE" }));
    await page.getByRole("menuitem", { name: "Re-issue" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Re-issue OLDCODE" });
    await dialog.waitFor();
    await dialog.getByText(/Personal payouts .* ask for the new one from then on/).waitFor();
    await dialog.getByText(/Personal payouts .* keep asking for it; they are changed by hand/).waitFor();
    await tabTo(page, dialog.getByRole("radio", { name: "Stops now" }));
    await page.keyboard.press("ArrowDown");
    await dialog.getByLabel("The old code runs out").fill("2099-01-01T00:00");
    await press(dialog.getByRole("button", { name: "Re-issue" }));
    await codes.getByText("until Jan 1, 2099, 12:00 AM").waitFor();
    await eventually(() => codes.getByRole("listitem").count()).toBe(2);
    const [made] = (await drawer.getByText(/^RAEREISSUE\d\d$/).allInnerTexts()) as [string];
    await eventually(() => Promise.all(["OLDCODE", made].map(partnerOf))).toEqual([id, id]);
  });

  it("of somebody else is refused, with the name of whoever has it", async () => {
    const { page, drawer } = await withCode("Taken Outfitters", "TAKEN", /status of 4(09|22)/);
    await drawer.getByRole("button", { name: "Add promo code" }).click();
    const dialog = page.getByRole("dialog", { name: "New promo code of Rae Reissue" });
    await dialog.getByRole("textbox", { name: /^Code/ }).fill("no spaces");
    await dialog.getByRole("button", { name: "Add promo code" }).click();
    await dialog.getByText(/without spaces/).waitFor();
    expect(await dialog.getByRole("alert").count()).toBe(0);
    await dialog.getByRole("textbox", { name: /^Code/ }).fill("taken");
    await dialog.getByRole("button", { name: "Add promo code" }).click();
    await dialog.getByText(/^(Rae Reissue|partner-\d+) has the promo code/).waitFor();
    expect(await dialog.getByRole("alert").count()).toBe(0);
  });
});
