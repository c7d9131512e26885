import { factField } from "../tester-form.ts";
import { PROGRAM, press, type Screen } from "./screen.ts";

const CONVERSIONS = `${PROGRAM}/conversions`;

/** What was recorded in a program: conversions, customers, reports. */
export const conversions: readonly Screen[] = [
  {
    screen: "import, with faults",
    path: `${PROGRAM}/conversions/import`,
    bringUp: async (page) => {
      const buffer = Buffer.from("conversionId,eventType,orderTotal\ne-1,sale,12.50\ne-2,sail,1\n");
      await page.locator("input[type=file]").setInputFiles({ name: "e.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Import 1 conversion" }).waitFor();
    },
  },
  {
    screen: "conversions of a program",
    path: CONVERSIONS,
    bringUp: (page) => page.getByRole("table", { name: "Conversions" }).waitFor(),
  },
  {
    screen: "conversion, with every rule",
    path: CONVERSIONS,
    bringUp: async (page) => {
      await page.getByRole("table", { name: "Conversions" }).getByRole("button", { name: /^o-/ }).first().click();
      await press(page, "Show every rule");
      await page.getByText("Every rule, in order").waitFor();
    },
  },
  {
    screen: "conversion that is reversed, with a fault",
    path: `${CONVERSIONS}?state=pending`,
    bringUp: async (page) => {
      await page.getByRole("table", { name: "Conversions" }).getByRole("button", { name: /^o-/ }).first().click();
      await press(page, "Reverse");
      const dialog = page.getByRole("dialog", { name: /^Reverse / });
      await dialog.getByRole("radio", { name: "An amount of the sale" }).check();
      await dialog.getByRole("textbox", { name: "Amount of the sale" }).fill("lots");
      await dialog.getByRole("textbox", { name: "Reason" }).fill("Sent back");
      await dialog.getByRole("button", { name: "Reverse" }).click();
      await dialog.getByText(/Must be an amount/).waitFor();
    },
  },
  {
    screen: "conversion that is entered by hand",
    path: CONVERSIONS,
    bringUp: async (page) => {
      await press(page, "Add conversion");
      await factField(page.getByRole("dialog", { name: "Add conversion" }), "Order total").fill("lots");
      await page.getByText(/Must be an amount/).waitFor();
    },
  },
  {
    screen: "customers of a program",
    path: `${PROGRAM}/customers`,
    bringUp: (page) => page.getByRole("table", { name: "Customers" }).waitFor(),
  },
  {
    screen: "change of a customer",
    path: `${PROGRAM}/customers`,
    bringUp: async (page) => {
      await page
        .getByRole("button", { name: /^Change / })
        .first()
        .click();
      await page.getByRole("dialog", { name: /^Whose customer is/ }).waitFor();
    },
  },
  {
    screen: "report of a program, its chart as a table",
    path: `${PROGRAM}/report?period=last-30-days`,
    bringUp: async (page) => {
      await page.getByText("The same as a table").click();
      await page.getByRole("table", { name: "By day" }).waitFor();
    },
  },
  {
    screen: "report of a period in which nothing occurred",
    path: `${PROGRAM}/report?period=other&from=2020-01-01&until=2020-01-31`,
    bringUp: (page) => page.getByRole("heading", { name: "No conversions in these days" }).waitFor(),
  },
];
