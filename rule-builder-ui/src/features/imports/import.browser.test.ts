import { readFile } from "node:fs/promises";
import { Conversion, page as pageOf } from "@firstmatch/shared-types";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { seriousViolations } from "../../testing/axe.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const HEADING = "conversionId,eventType,occurredAt,orderTotal";
const FILE = [
  HEADING,
  "i-1,sale,2026-11-20T10:00:00Z,250.00",
  'i-2,sale,2026-11-20T11:00:00Z,"1,250.00"',
  "i-3,sale,2026-11-20T12:00:00Z,80.00",
  "i-4,sail,2026-11-20T13:00:00Z,80.00",
];

describe("an import", () => {
  const { firstmatch, open } = useScreens();
  const choose = (page: Page, name: string, text: string, mimeType = "text/csv") =>
    page.locator("input[type=file]").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  const figure = (page: Page, name: string) =>
    page.getByLabel("What the file comes to").locator("div", { hasText: name }).locator("dd").innerText();
  const recorded = async (program: string) =>
    pageOf(Conversion)
      .parse(await firstmatch().fetchJson(`/api/programs/${program}/conversions`))
      .items.map(({ id }) => id)
      .sort();

  it("shows the faults first, imports the good lines, and counts once when the mended file comes", async () => {
    const { id } = await plantProgram(firstmatch(), [sale(threeGroups())], "Importing Outfitters");
    const page = await open(`/programs/${id}/conversions`);
    await page.getByRole("link", { name: "Import" }).click();
    await choose(page, "november.csv", FILE.map((line) => line.replace("i-", `${id}-`)).join("\r\n"));

    await page.getByText("2 conversions would be recorded. 2 lines are faulty and would be left out.").waitFor();
    const faults = page.getByRole("region", { name: "What is wrong" }).getByRole("row");
    expect(await faults.allInnerTexts()).toEqual([
      expect.stringContaining("What is wrong"),
      expect.stringMatching(/^3\s+orderTotal\s+must be an amount like "12.50"/),
      expect.stringMatching(/^5\s+eventType\s+there is no event type "sail"/),
    ]);
    expect(await recorded(id)).toEqual([]);
    expect(await seriousViolations(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download these 2 lines to mend" }).click(),
    ]);
    const toMend = await readFile(await download.path(), "utf8");
    expect(toMend.trim().split("\n")).toHaveLength(3);

    await page.getByRole("button", { name: "Import 2 conversions" }).press("Enter");
    await page.getByText("2 conversions were recorded. 2 lines are faulty and were left out.").waitFor();
    expect(await recorded(id)).toEqual([`${id}-1`, `${id}-3`]);

    await choose(
      page,
      "mended.csv",
      `${toMend.replace('"1,250.00"', "1250.00").replace("sail", "sale")}${id}-1,sale,2026-11-20T10:00:00Z,250.00\n`,
    );
    await page.getByText("2 conversions would be recorded.", { exact: true }).waitFor();
    expect(await figure(page, "There already")).toBe("1");
    await page.getByRole("button", { name: "Import 2 conversions" }).click();
    await page.getByText("2 conversions were recorded.", { exact: true }).waitFor();
    expect(await recorded(id)).toEqual([1, 2, 3, 4].map((nth) => `${id}-${nth}`));

    await page.getByRole("link", { name: "Show the conversions" }).click();
    await eventually(() => page.getByRole("row").count()).toBe(5);
    await page.getByRole("navigation", { name: "Parts of the program" }).getByRole("link", { name: "History" }).click();
    await page.getByText("Imported 2 conversions from november.csv: 2 payable; 2 faulty lines were left out").waitFor();
  });

  it("refuses what is no file of conversions before anything is sent", async () => {
    const { id } = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${id}/conversions/import`);
    const refusal = page.getByRole("alert");
    await choose(page, "november.xlsx", "PK");
    await refusal.getByText(/“november.xlsx” is not a CSV or NDJSON file/).waitFor();
    await choose(page, "empty.csv", "");
    await refusal.getByText("“empty.csv” is empty.").waitFor();
    await choose(page, "semicolons.csv", "conversionId;eventType\n1;sale\n");
    await page.getByText(/parted by semicolons/).waitFor();
    expect(await refusal.count()).toBe(0);
    expect(await page.getByRole("button", { name: "Nothing new to import" }).isDisabled()).toBe(true);
  });

  it("begins with a sample that can be imported, dropped as well as chosen", async () => {
    const { id } = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const page = await open(`/programs/${id}/conversions/import`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download a sample file" }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    const dropped = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], "sample.csv", { type: "text/csv" }));
      return data;
    }, text);
    await page.getByRole("region", { name: "File to import" }).dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("2 conversions would be recorded.", { exact: true }).waitFor();
  });
});
