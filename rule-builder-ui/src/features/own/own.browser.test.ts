import type { IssuedKey } from "@firstmatch/shared-types";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { group, isAnyOf, type PlantedProgram, plantProgram, sale } from "../../testing/planted-program.ts";
import { useScreens } from "../../testing/use-screens.ts";

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
];

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
    expect([link.status(), link.headers().location]).toEqual([302, "https://shop.example/shoes"]);
  });

  it.each(["/", "/access", "/partners/p-bruno", "/programs/acme"])(
    "shows its own and nothing else, whatever the address and the answers behind it: %s",
    async (path) => {
      const answers: Promise<string>[] = [];
      const page = await open("/docs/", { key });
      page.on("response", (response) => {
        if (response.url().includes("/api/")) answers.push(response.text());
      });
      await page.goto(path);
      await page.getByRole("heading", { name: "Vera Amsel" }).waitFor();
      expect(await page.getByRole("navigation").count()).toBe(0);
      const told = [await page.content(), ...(await Promise.all(answers))].join("\n");
      expect(answers.length).toBeGreaterThan(1);
      expect(told).toContain("VERACODE");
      expect(OTHERS.filter((other) => told.toLowerCase().includes(other.toLowerCase()))).toEqual([]);
    },
  );

  it("keeps nobody out, light or dark, on a screen or a phone", async () => {
    const page = await opened("/");
    const found: Record<string, string[]> = {};
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const width of [1280, 1024, 390]) {
        await page.setViewportSize({ width, height: 800 });
        const violations = await seriousViolations(page);
        if (await overflowsSideways(page)) violations.push("scrolls sideways");
        if (violations.length > 0) found[`${colorScheme}, ${width} px`] = violations;
      }
    }
    expect(found).toEqual({});
  });
});

const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
