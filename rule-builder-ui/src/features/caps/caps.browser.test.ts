import type { Decision, Program } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { chooseFrom } from "../../testing/group-editor.ts";
import { tabTo } from "../../testing/keyboard.ts";
import { type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the caps of a program", () => {
  const { firstmatch, open } = useScreens();
  const stored = (id: string) => firstmatch().fetchJson(`/api/programs/${id}`) as Promise<Program>;
  const send = (method: string, path: string, body: object, revision?: number) =>
    firstmatch().fetchJson(path, {
      method,
      headers: { "content-type": "application/json", ...(revision !== undefined && { "if-match": `"${revision}"` }) },
      body: JSON.stringify(body),
    });
  const convert = ({ id }: PlantedProgram, conversionId: string) =>
    send("POST", "/conversions", {
      conversionId,
      program: id,
      eventType: "sale",
      orderTotal: "100",
    }) as Promise<Decision>;

  it("run full before the manager's eyes: the meters rise, say so at 80 and 100 %, and the next one is rejected", async () => {
    const program = await plantProgram(firstmatch(), [sale([])], "Capped Outfitters");
    const caps = [
      { measure: "conversions", per: "day", limit: "5" },
      { measure: "revenue", per: "month", limit: "22.00", beyond: "pay-rest" },
    ];
    await send("PATCH", `/api/programs/${program.id}`, { caps }, 1);
    for (const at of [1, 2, 3]) expect((await convert(program, `full-${at}`)).status).toBe("payable");

    const page = await open(`/programs/${program.id}`);
    const meter = (name: string) => page.getByRole("meter", { name });
    const shown = async (name: string) => meter(name).getAttribute("aria-valuetext");
    await eventually(() => shown("Conversions a day")).toBe("3 of 5, 60 % used");
    await convert(program, "full-4");
    await page.getByText("Nearly used up: 80 % used", { exact: true }).waitFor();
    expect((await convert(program, "full-5")).payout).toBe("2.00");
    await eventually(() => page.getByText("Used up: what comes now is rejected").count()).toBe(2);
    expect([await shown("Conversions a day"), await shown("Advertiser cost a month")]).toEqual([
      "5 of 5, Used up: what comes now is rejected",
      "$22.00 of $22.00, Used up: what comes now is rejected",
    ]);
    expect(await meter("Conversions a day").getAttribute("value")).toBe("100");
    expect(await convert(program, "full-6")).toMatchObject({ status: "rejected", reason: "conversion-cap-reached" });
    expect(await seriousViolations(page)).toEqual([]);
    expect(await overflowsSideways(page)).toBe(false);
  });

  it("are set by keyboard in the settings, with each fault at its field", async () => {
    const program = await plantProgram(firstmatch(), [sale([])]);
    const page = await open(`/programs/${program.id}/settings`, { expects: /422/ });
    const [first, second] = [page.getByRole("group", { name: "Cap 1" }), page.getByRole("group", { name: "Cap 2" })];
    await page.getByText("No caps: any number of conversions is taken.").waitFor();
    await tabTo(page, page.getByRole("button", { name: "Add a cap" }));
    await page.keyboard.press("Enter");
    // The amount of the new cap has the focus.
    await page.keyboard.type("100");
    await tabTo(page, page.getByRole("button", { name: "Add a cap" }));
    await page.keyboard.press("Enter");
    await page.keyboard.type("12.345");
    await chooseFrom(page, second.getByRole("combobox", { name: "What is capped" }), "Advertiser cost");
    await chooseFrom(page, second.getByRole("combobox", { name: "Beyond it" }), "Pay what is left");
    await tabTo(page, page.getByRole("textbox", { name: "Holding days" }));
    await page.keyboard.press("Control+A");
    await page.keyboard.type("soon");
    await page.keyboard.press("Enter");
    await page.getByText('must be a number, not "soon"').waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("30");
    await page.keyboard.press("Enter");
    await second.getByText("must have at most 2 digits after the point in USD, like 12.34; got 12.345").waitFor();
    expect((await stored(program.id)).caps).toEqual([]);
    await second.getByRole("textbox", { name: "At most" }).fill("12.34");
    await tabTo(page, page.getByRole("textbox", { name: "Months" }));
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.getByText("The settings are saved").waitFor();
    const caps = [
      { measure: "conversions", per: "day", limit: "100", beyond: "reject" },
      { measure: "revenue", per: "week", limit: "12.34", beyond: "pay-rest" },
    ];
    expect(await stored(program.id)).toMatchObject({ caps, holdingDays: 30, lifetime: { months: 12, orders: null } });

    await tabTo(page, first.getByRole("button", { name: "Remove Cap 1" }));
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: "All of the month" }).check();
    await page.getByRole("button", { name: "Save settings" }).click();
    await eventually(() => stored(program.id)).toMatchObject({ caps: caps.slice(1), tiers: "whole-month" });
    expect(await seriousViolations(page)).toEqual([]);
  });
});
