import { readFile } from "node:fs/promises";
import type { IssuedKey } from "@firstmatch/shared-types";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { violationsInEveryLook } from "../../testing/axe.ts";
import { chooseFrom } from "../../testing/group-editor.ts";
import { tabTo } from "../../testing/keyboard.ts";
import { group, isAnyOf, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const ADMIN = "browser-tests-browser-tests-browser-tests";
/** Everything that only Bruno, or nobody, is told. */
const OTHERS = [
  "p-bruno",
  "Bruno Vogelsang",
  "BRUNOCODE",
  "bruno.example",
  "Brunos deal",
  "Secret launch",
  "Bruno only",
  "order-bruno",
  "order-secret",
];

const hers = (occurredAt: string, orderTotal: string, orderId: string) => ({
  ...{ partnerId: "p-vera", occurredAt, orderTotal, orderId },
});

/** None names the code of a personal payout, so groups and the default payout decide them. */
const CONVERSIONS = {
  "v-new": { ...hers("2026-10-05T15:00:00Z", "100.00", "order-new"), customerStatus: "New" },
  "v-old": hers("2026-10-06T15:00:00Z", "50.50", "order-old"),
  "v-secret": { ...hers("2026-10-07T15:00:00Z", "70.00", "order-secret"), source: "launch" },
  "b-one": { ...hers("2026-10-05T15:00:00Z", "900.00", "order-bruno"), partnerId: "p-bruno" },
};
const OCTOBER = "period=other&from=2026-10-01&until=2026-10-31";

describe("a partner's own view", () => {
  const { firstmatch, open } = useScreens({ adminKey: ADMIN });
  let key: string;
  let program: PlantedProgram;

  const post = (path: string, body: object) =>
    firstmatch().fetchJson(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    const secret = group("Secret launch", [isAnyOf("source", "launch")], "44");
    secret.event.params.setup = { visibility: "private" };
    program = await plantProgram(firstmatch(), [
      sale([
        secret,
        group("Bruno only", [isAnyOf("partnerId", "p-bruno")], "33"),
        group("New customers", [isAnyOf("customerStatus", "New"), isAnyOf("partnerId", "p-vera", "p-bruno")], "12"),
      ]),
    ]);
    const at = `/api/programs/${program.id}`;
    for (const [id, name] of [
      ["p-vera", "Vera Amsel"],
      ["p-bruno", "Bruno Vogelsang"],
    ]) {
      await post("/api/partners", { id, name });
      await post(`${at}/members`, { partner: id });
    }
    await post(`${at}/codes`, { partner: "p-vera", code: "VERACODE" });
    await post(`${at}/codes`, { partner: "p-bruno", code: "BRUNOCODE" });
    await post(`${at}/links`, { partner: "p-vera", name: "Autumn shoes", url: "https://shop.example/shoes" });
    await post(`${at}/links`, { partner: "p-bruno", name: "His", url: "https://bruno.example/" });
    const personal = (partner: string, title: string, percent: string) => ({
      ...{ id: partner, title, partners: [partner], couponCode: `${partner}-10`, conditions: { all: [] } },
      event: { type: "payout", params: { payout: { model: "CPS", partner: { percent } } } },
    });
    const payouts = `${at}/terms/standard/events/sale/personal-payouts`;
    await post(payouts, personal("p-vera", "Vera's deal", "20"));
    await post(payouts, personal("p-bruno", "Brunos deal", "31"));
    for (const [conversionId, event] of Object.entries(CONVERSIONS))
      await post("/conversions", { program: program.id, eventType: "sale", conversionId, ...event });
    key = ((await post("/api/keys", { name: "Vera", role: "partner", partner: "p-vera" })) as IssuedKey).secret;
  });

  const opened = async (path: string, options: Parameters<typeof open>[1] = {}) => {
    const page = await open(path, { key, reducedMotion: "reduce", ...options });
    await page.getByRole("heading", { name: "Vera Amsel" }).waitFor();
    return page;
  };

  it("says what it is paid in the order that is tried, with its codes and links to copy", async () => {
    const page = await opened("/", { permissions: ["clipboard-read", "clipboard-write"] });
    const rules = page.getByRole("list", { name: "Online sale" }).getByRole("listitem");
    expect(await rules.evaluateAll((all) => all.map((each) => each.querySelector("p")?.textContent))).toEqual([
      "20 % of the order",
      "12 % of the order",
      "5 % of the order",
    ]);
    await rules.nth(0).getByText("with the code p-vera-10").waitFor();
    await rules.nth(1).getByText("Customer status is New", { exact: true }).waitFor();
    await rules.nth(2).getByText("everything else", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Copy VERACODE" }).click();
    await page.getByRole("button", { name: "Copied VERACODE" }).waitFor();
    expect(await copied(page)).toBe("VERACODE");
    await page.getByRole("button", { name: "Copy Autumn shoes" }).click();
    await page.getByRole("button", { name: "Copied Autumn shoes" }).waitFor();
    const link = await page.request.get(await copied(page), { maxRedirects: 0 });
    expect(link.status()).toBe(302);
    expect(link.headers().location).toMatch(/^https:\/\/shop\.example\/shoes\?click_id=\w+$/);
  });

  it("adds up what it earned and lists its conversions, nothing private among them", async () => {
    const page = await opened(`/?conversions=${program.id}&${OCTOBER}`);
    await page.getByText("Most on Mon, Oct 5, 2026: $100.00 sales and $12.00 payout.").waitFor();
    const tiles = page.locator('dl[aria-label="In all"]');
    expect(await tiles.locator("dd").evaluateAll((all) => all.map((each) => each.firstChild?.textContent))).toEqual([
      "$14.53",
      "2",
      "$150.50",
      "9.65 %",
    ]);
    const table = page.getByRole("table", { name: "Your conversions" });
    await table.getByRole("row").nth(2).waitFor();
    expect(await table.locator("tbody tr b").allTextContents()).toEqual(["order-old", "order-new"]);
    await table.getByRole("row", { name: /order-new.*\$100\.00.*\$12\.00.*New customers.*Payable/ }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download CSV" }).click(),
    ]);
    const lines = await readFile(await file.path(), "utf8");
    expect(lines.match(/order-\w+/g)).toEqual(["order-old", "order-new"]);
  });

  it("opens its conversions by keyboard, finds some by status and order, and closes them again", async () => {
    const page = await opened("/");
    await tabTo(page, page.getByRole("button", { name: "See your conversions" }));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "No conversions here" }).waitFor();
    await page.goto(`/?conversions=${program.id}&${OCTOBER}`);
    const table = page.getByRole("table", { name: "Your conversions" });
    const shown = () => table.locator("tbody tr b").allTextContents();
    await eventually(shown).toEqual(["order-old", "order-new"]);
    await page.getByRole("searchbox", { name: "Order" }).fill("order-old");
    await eventually(shown).toEqual(["order-old"]);
    await chooseFrom(page, page.getByRole("combobox", { name: "Status" }), "Rejected");
    await page.getByText("none is found by all of this together").waitFor();
    await tabTo(page, page.getByRole("button", { name: "Close your conversions" }), "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByText("This month").waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  it.each(["/", `/?conversions=program-1&${OCTOBER}`, "/access", "/partners/p-bruno", "/programs/acme"])(
    "shows its own and nothing else, whatever the address and the answers behind it: %s",
    async (path) => {
      const answers: Promise<string>[] = [];
      const page = await open("/docs/", { key });
      page.on("response", (response) => {
        if (response.url().includes("/api/")) answers.push(response.text());
      });
      await page.goto(path);
      await page.getByRole("heading", { name: "Vera Amsel" }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.getByRole("navigation").count()).toBe(0);
      const told = [await page.content(), ...(await Promise.all(answers))].join("\n");
      expect(answers.length).toBeGreaterThan(1);
      expect(told).toContain("VERACODE");
      expect(OTHERS.filter((other) => told.toLowerCase().includes(other.toLowerCase()))).toEqual([]);
    },
  );

  it.each([
    ["its programs", "/"],
    ["its conversions", `/?conversions=program-1&${OCTOBER}`],
  ])("keeps nobody out, light or dark, on a screen or a phone: %s", async (_what, path) => {
    const page = await opened(path);
    await page.getByText(path === "/" ? "Last 30 days" : "order-new").waitFor();
    expect(await violationsInEveryLook(page, [1280, 1024, 390])).toEqual({});
  });
});

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
