import { readFile } from "node:fs/promises";
import type { Page as Listed, PayoutGroup, PayoutRun, TermsEvent } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { tabTo } from "../../testing/keyboard.ts";
import { conversionOf, record } from "../../testing/planted-conversion.ts";
import { group, plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

/** 10 % of a sale when no group applies. */
const sales = (...groups: PayoutGroup[]): TermsEvent => ({
  ...sale(groups),
  default: { payout: { model: "CPS", partner: { percent: "10" } } },
});

describe("the payouts of a program", () => {
  const { firstmatch, open } = useScreens();
  const send = (method: string, path: string, body: object, headers: Record<string, string> = {}) =>
    firstmatch().fetchJson(path, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  let planted = 0;

  /** A program that pays 10 % of a sale at once, and two partners of its own. */
  async function started() {
    planted += 1;
    const [ann, bob] = [`ann-${planted}`, `bob-${planted}`] as const;
    await send("POST", "/api/partners", { id: ann, name: `Ann of ${planted}` });
    await send("POST", "/api/partners", { id: bob, name: `=Bob of ${planted}` });
    const program = await plantProgram(firstmatch(), [sales()]);
    const sells = (id: string, partnerId: string, orderTotal: string) =>
      record(firstmatch(), program.id, id, { partnerId, orderTotal });
    const runs = async () =>
      ((await firstmatch().fetchJson(`/api/programs/${program.id}/payout-runs`)) as Listed<PayoutRun>).items;
    return { program, ann, bob, sells, runs };
  }

  it("are shown before they are made, made by keyboard once, and come as a file", async () => {
    const { program, ann, bob, sells, runs } = await started();
    await sells(`a-${program.id}`, ann, "100");
    await sells(`b-${program.id}`, ann, "50");
    await sells(`c-${program.id}`, bob, "30");
    const page = await open(`/programs/${program.id}/payouts`);
    await page.getByText("No payout runs yet").waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await tabTo(page, page.getByRole("button", { name: "New payout run" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "New payout run" });
    await dialog.getByText("$18.00 to 2 partners, for 3 conversions.").waitFor();
    await dialog.getByRole("row", { name: /Ann of.*2.*\$15\.00/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await tabTo(page, dialog.getByRole("button", { name: "Pay $18.00" }));
    await page.keyboard.press("Enter");
    await page.getByText("$18.00 to 2 partners, for 3 conversions.").waitFor();
    await page
      .getByRole("table", { name: "Paid" })
      .getByRole("row", { name: /=Bob of.*1.*\$3\.00/ })
      .waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(await runs()).toMatchObject([{ status: "finished", payout: "18.00", partners: 2 }]);
    expect((await conversionOf(firstmatch(), program.id, `a-${program.id}`)).state).toBe("paid");

    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    const text = await readFile(await file.path(), "utf8");
    expect(text.split("\r\n")[2]).toMatch(/^bob-\d+,'=Bob of \d+,1,3\.00,USD,/);

    await page.getByRole("link", { name: "All payout runs" }).click();
    await page.getByRole("list", { name: "Payout runs" }).getByText("$18.00 to 2 partners").waitFor();
  });

  it("name those who are carried over, and refuse a day to come beside the day", async () => {
    const { program, ann, bob, sells, runs } = await started();
    await sells(`a-${program.id}`, ann, "100");
    const page = await open(`/programs/${program.id}/payouts`, { expects: /422/ });
    await page.getByRole("button", { name: "New payout run" }).click();
    await page.getByRole("button", { name: "Pay $10.00" }).click();
    await page.getByText("$10.00 to 1 partner, for 1 conversion.").waitFor();
    const path = `/api/programs/${program.id}/conversions/a-${program.id}`;
    await send("POST", `${path}/reverse`, { amount: "40", reason: "Back" }, { "if-match": '"1"' });
    await sells(`b-${program.id}`, bob, "20");

    await page.getByRole("link", { name: "All payout runs" }).click();
    await page.getByRole("button", { name: "New payout run" }).click();
    const dialog = page.getByRole("dialog", { name: "New payout run" });
    await dialog
      .getByRole("table", { name: "Carried over" })
      .getByRole("row", { name: /Ann of.*-\$4\.00/ })
      .waitFor();
    const day = dialog.getByLabel(/Up to the end of this day/);
    const today = await day.inputValue();
    await day.fill("2099-01-01");
    await dialog.getByText(/must be today, \d{4}-\d\d-\d\d in the program's time zone/).waitFor();
    expect(await dialog.getByRole("button", { name: "Pay" }).isDisabled()).toBe(true);
    await day.fill("2026-01-01");
    await dialog.getByText(`was paid already up to ${today} by an earlier run`, { exact: false }).waitFor();
    expect(await dialog.getByRole("table").count()).toBe(0);
    await day.fill(today);
    await dialog.getByRole("button", { name: "Pay $2.00" }).click();
    await eventually(async () => (await runs()).map(({ payout }) => payout)).toEqual(["2.00", "10.00"]);
  });

  it("show what a month's tier will pay as bonuses, as far as the month has come", async () => {
    planted += 1;
    const second = { fact: "partnerConversionsThisMonth", operator: "greaterThanInclusive" as const, value: "1" };
    const gold = group("Gold", [second], "20");
    const program = await plantProgram(firstmatch(), [sales(gold)]);
    await send("PATCH", `/api/programs/${program.id}`, { tiers: "whole-month" }, { "if-match": '"1"' });
    for (const id of ["a", "b"])
      await record(firstmatch(), program.id, `${id}-${program.id}`, { partnerId: "ann-1", orderTotal: "100" });
    const page = await open(`/programs/${program.id}/payouts`);
    const bonuses = page.getByRole("region", { name: "Bonuses" });
    await bonuses.getByText(/^No bonuses for/).waitFor();
    await bonuses.getByLabel("Month").selectOption({ index: 0 });
    await bonuses.getByRole("row", { name: /ann-1.*2.*\$30\.00.*\$40\.00.*\$10\.00.*not yet/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowsSideways(page)).toBe(false);
  });
});
