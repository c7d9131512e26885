import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsInEveryLook } from "../../testing/axe.ts";
import { pressWhileBusy, tabTo } from "../../testing/keyboard.ts";
import { join, plantPartner } from "../../testing/planted-partner.ts";
import { atLeast, group, isAnyOf, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

/** Late on 31 October in New York is November already in UTC: the days of a report are the program's. */
const CONVERSIONS = [
  { partnerId: "r-ana", occurredAt: "2026-10-05T15:00:00Z", orderTotal: "300.10" },
  { partnerId: "r-ana", occurredAt: "2026-10-05T16:00:00Z", orderTotal: "50.05" },
  { partnerId: "r-ben", occurredAt: "2026-10-06T16:00:00Z", orderTotal: "100.00", source: "newsletter" },
  { partnerId: "r-ben", occurredAt: "2026-11-01T03:30:00Z", orderTotal: "20.00" },
  { occurredAt: "2026-10-06T17:00:00Z", orderTotal: "10.00" },
  { partnerId: "r-ben", occurredAt: "2026-11-01T04:30:00Z", orderTotal: "999.00" },
];
const OCTOBER = "period=other&from=2026-10-01&until=2026-10-31";

describe("a report", () => {
  const { firstmatch, open } = useScreens();
  let program: PlantedProgram;

  beforeAll(async () => {
    program = await plantProgram(firstmatch(), [
      sale([
        group("From 200", [atLeast("200")], "20"),
        group("Newsletter", [isAnyOf("source", "newsletter")], "10"),
        group("Podcast", [isAnyOf("source", "podcast")], "30"),
      ]),
    ]);
    for (const [id, name] of [
      ["r-ana", "Ana Alpha"],
      ["r-ben", "Ben Beta"],
    ] as const) {
      await plantPartner(firstmatch(), { id, name });
      await join(firstmatch(), program.id, { partner: id });
    }
    for (const [at, event] of CONVERSIONS.entries())
      await firstmatch().fetchJson("/conversions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ program: program.id, eventType: "sale", conversionId: `c-${at}`, ...event }),
      });
  });

  const opened = async (search: string, options = {}) => {
    const page = await open(`/programs/${program.id}/report?${search}`, { reducedMotion: "reduce", ...options });
    await page.getByRole("heading", { name: "By payout group" }).waitFor();
    return page;
  };

  it("adds up what was recorded, by day, group and partner, to the cent, in the program's time zone", async () => {
    const page = await opened(OCTOBER);
    await page.getByText("Oct 1 – 31, 2026, days in America/New_York.").waitFor();
    expect(await tilesOf(page)).toEqual({
      Conversions: "5",
      Sales: "$480.15",
      Payout: "$74.02",
      "Platform fee": "$0.00",
      "Advertiser cost": "$74.02",
      "Effective rate": "15.42 %",
      Rejected: "0",
      KPI: "0",
      Reversed: "0",
    });
    await page.getByText("5 % of the payout lands on the default payout: $4.00 of $74.02.").waitFor();
    expect(await rowsOf(page.getByRole("table", { name: "By payout group" }))).toEqual([
      ["From 200", "1", "$300.10", "$60.02"],
      ["Newsletter", "1", "$100.00", "$10.00"],
      ["Default payout", "3", "$80.05", "$4.00"],
      ["In all", "5", "$480.15", "$74.02"],
    ]);
    expect(await rowsOf(page.getByRole("table", { name: "By partner" }))).toEqual([
      ["Ana Alpha", "2", "$350.15", "$62.52"],
      ["Ben Beta", "2", "$120.00", "$11.00"],
      ["No partner", "1", "$10.00", "$0.50"],
    ]);
    const never = page.getByRole("list", { name: "Groups that never fired in these days" });
    expect(await never.getByRole("link").allTextContents()).toEqual(["Podcast"]);
    await never.getByRole("link", { name: "Podcast" }).click();
    await page.getByRole("heading", { name: "Online sale" }).waitFor();
  });

  it("tells the chart in words and in a table, whatever its bars show", async () => {
    const page = await opened(OCTOBER);
    await page.getByText("Most on Mon, Oct 5, 2026: $350.15 sales and $62.52 payout. 28 days without").waitFor();
    const asTable = page.getByText("The same as a table");
    await tabTo(page, asTable);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.getByText("Most on Mon, Oct 5, 2026: 2 conversions.").waitFor();
    await tabTo(page, asTable);
    await page.keyboard.press("Enter");
    const rows = await rowsOf(page.getByRole("table", { name: "By day" }));
    expect(rows).toHaveLength(32);
    expect(rows.filter(([, conversions]) => conversions !== "0")).toEqual([
      ["Mon, Oct 5, 2026", "2", "$350.15", "$62.52"],
      ["Tue, Oct 6, 2026", "2", "$110.00", "$10.50"],
      ["Sat, Oct 31, 2026", "1", "$20.00", "$1.00"],
      ["In all", "5", "$480.15", "$74.02"],
    ]);
  });

  it("takes other days by keyboard, keeps them in the address, and says what is wrong with them", async () => {
    const page = await opened(OCTOBER);
    await tabTo(page, page.getByLabel("First day"));
    await page.keyboard.type("10312026");
    await eventually(() => tilesOf(page)).toMatchObject({ Conversions: "1", Sales: "$20.00" });
    expect(new URL(page.url()).searchParams.get("from")).toBe("2026-10-31");
    const again = await opened(new URL(page.url()).search.slice(1));
    expect(await tilesOf(again)).toMatchObject({ Conversions: "1", Sales: "$20.00" });
    await again.getByLabel("Last day").fill("2026-10-30");
    await again.getByText("The last day is before the first one.").waitFor();
    await again.getByLabel("Last day").fill("2020-01-02");
    await again.getByLabel("First day").fill("2020-01-01");
    await again.getByRole("heading", { name: "No conversions in these days" }).waitFor();
  });

  it("says beside the days when the service refuses them", async () => {
    const page = await open(`/programs/${program.id}/report?period=other&from=2001-01-01&until=2026-10-31`, {
      expects: /422/,
    });
    await page.getByText(/a report covers at most/).waitFor();
    expect(await page.getByLabel("Last day").getAttribute("aria-invalid")).toBe("true");
  });

  it("finds and sorts partners, and leads to the report of one of them", async () => {
    const page = await opened(OCTOBER);
    const table = page.getByRole("table", { name: "By partner" });
    await tabTo(page, table.getByRole("button", { name: "Partner" }));
    await page.getByText("$0.50 of the payout belongs to no partner and is paid to nobody.").waitFor();
    const sorted = (by: string) => table.getByRole("columnheader", { name: by }).getAttribute("aria-sort");
    const names = async () => (await rowsOf(table)).map(([name]) => name);
    await page.keyboard.press("Enter");
    await eventually(() => sorted("Partner")).toBe("ascending");
    expect(await names()).toEqual(["Ana Alpha", "Ben Beta", "No partner"]);
    await page.keyboard.press("Enter");
    await eventually(() => sorted("Partner")).toBe("descending");
    expect(await names()).toEqual(["No partner", "Ben Beta", "Ana Alpha"]);
    await tabTo(page, table.getByRole("button", { name: "Sales" }));
    await pressWhileBusy(page, "Enter", "Enter");
    await eventually(() => sorted("Sales")).toBe("ascending");
    await page.getByRole("searchbox", { name: "Find a partner" }).fill("r-ben");
    await page.getByText("1 found of 3 partners.").waitFor();
    await table.getByRole("link", { name: "Ben Beta" }).click();
    await page.getByRole("heading", { name: "Ben Beta" }).waitFor();
    await eventually(() => tilesOf(page)).toMatchObject({ Conversions: "2", Sales: "$120.00", Payout: "$11.00" });
    expect(await page.getByRole("table", { name: "By partner" }).count()).toBe(0);
    expect(await rowsOf(page.getByRole("table", { name: "By payout group" }))).toEqual([
      ["Newsletter", "1", "$100.00", "$10.00"],
      ["Default payout", "1", "$20.00", "$1.00"],
      ["In all", "2", "$120.00", "$11.00"],
    ]);
  });

  it("of one partner is reached from its drawer among the members", async () => {
    const page = await open(`/programs/${program.id}/members?member=r-ana`);
    const drawer = page.getByRole("dialog", { name: "Ana Alpha" });
    await drawer.getByRole("link", { name: "Report", exact: true }).click();
    await page.getByRole("heading", { name: "Ana Alpha" }).waitFor();
    expect(await page.getByRole("combobox", { name: "Program" }).inputValue()).toBe("Program 1");
  });

  it("leads from a figure to the conversions behind it", async () => {
    const page = await opened(OCTOBER);
    await page
      .getByRole("table", { name: "By payout group" })
      .getByRole("row", { name: /^Default payout/ })
      .getByRole("link", { name: "3", exact: true })
      .click();
    await eventually(() => page.getByRole("table", { name: "Conversions" }).locator("tbody tr").count()).toBe(3);
  });

  it("is saved as a file with the same figures", async () => {
    const page = await opened(OCTOBER);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download CSV" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
    expect(lines.find((line) => line.startsWith("Total"))).toBe("Total,,USD,,,5,480.15,74.02,0.00,74.02,15.42,0,0,0");
    expect(lines.filter((line) => line.startsWith("Day"))).toHaveLength(31);
  });

  it("keeps nobody out, light or dark, on a screen or a phone, with its table opened", async () => {
    const page = await opened(OCTOBER);
    await page.getByText("The same as a table").click();
    expect(await violationsInEveryLook(page, [1280, 1024, 390])).toEqual({});
  });
});

/** What each tile says, by its name; the small print below a figure left out. */
const tilesOf = (page: Page): Promise<Record<string, string>> =>
  page
    .locator("dl > div")
    .evaluateAll((tiles) =>
      Object.fromEntries(
        tiles.map((tile) => [tile.querySelector("dt")?.textContent, tile.querySelector("dd")?.firstChild?.textContent]),
      ),
    );

/** Name, conversions, sales and payout of each row, without the shares and places below them. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator("tbody tr, tfoot tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(0, 4).map((cell) => cell.firstChild?.textContent?.trim() ?? "")),
    );
