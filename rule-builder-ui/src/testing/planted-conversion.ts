import type { ConversionDetails, TermsEvent } from "@firstmatch/shared-types";
import type { Locator, Page } from "playwright-core";
import type { Firstmatch } from "./firstmatch.ts";
import { isAnyOf } from "./planted-program.ts";

type Service = Pick<Firstmatch, "fetchJson">;

/** Baskets at item level: 10 % of shoes, 5 % of everything else. */
export const basket: TermsEvent = {
  type: "basket",
  name: "Basket",
  level: "item",
  default: { payout: { model: "CPS", partner: { percent: "5" } } },
  groups: [
    {
      id: "shoes",
      name: "Shoes",
      conditions: { all: [isAnyOf("itemCategory", "Shoes")] },
      event: { type: "payout", params: { payout: { model: "CPS", partner: { percent: "10" } } } },
    },
  ],
};

/** Records a conversion as a shop does. */
export const record = (
  { fetchJson }: Service,
  program: string,
  conversionId: string,
  facts: Record<string, unknown>,
): Promise<unknown> =>
  fetchJson("/conversions", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ conversionId, program, eventType: "sale", ...facts }),
  });

export const conversionOf = ({ fetchJson }: Service, program: string, id: string) =>
  fetchJson(`/api/programs/${program}/conversions/${id}`) as Promise<ConversionDetails>;

export const conversionTable = (page: Page): Locator => page.getByRole("table", { name: "Conversions" });

/** The first column of the list, from above. */
export const ordersShown = (page: Page): Promise<string[]> =>
  conversionTable(page).locator("tbody").getByRole("button").allInnerTexts();

/** A row of the ledger as it reads: what it is, then its amounts. */
export const ledgerRows = (drawer: Locator): Promise<string[][]> =>
  drawer
    .getByRole("table", { name: "Ledger" })
    .locator("tbody tr, tfoot tr")
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector("th")?.childNodes[0]?.textContent ?? "",
        ...[...row.querySelectorAll("td")].map((cell) => cell.textContent ?? ""),
      ]),
    );
