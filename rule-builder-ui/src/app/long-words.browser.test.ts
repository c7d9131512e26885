import type { TermsEvent } from "@firstmatch/shared-types";
import type { Locator } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { overflowsSideways } from "../testing/axe.ts";
import { editor } from "../testing/group-editor.ts";
import { join, plantPartner } from "../testing/planted-partner.ts";
import { atLeast, group, isAnyOf, type PlantedProgram, plantProgram, sale } from "../testing/planted-program.ts";
import { rankedList } from "../testing/ranked-list.ts";
import { useScreens } from "../testing/use-screens.ts";

/** Longer than any line, and nowhere to break it: product codes and addresses look like this. */
const WORD = "Wordwithoutanyspaces".repeat(6);
const ADDRESS = `https://www.example.com/${"path/".repeat(20)}?a=1&b=2`;

const EVENT: TermsEvent = {
  ...sale([
    group(WORD, [
      isAnyOf("itemSku", WORD, "short"),
      { fact: "referralUrl", operator: "matchesWildcard", value: [ADDRESS] },
    ]),
    group("From 100", [atLeast("100")]),
  ]),
  name: WORD,
};

describe("long words, at 1,024 px", () => {
  const { firstmatch, open } = useScreens();
  let program: PlantedProgram;
  beforeAll(async () => {
    program = await plantProgram(firstmatch(), [EVENT], WORD);
    const tags = [WORD.slice(0, 50), "short"];
    await plantPartner(firstmatch(), { id: "long", name: WORD, tags, contact: { name: WORD, phone: WORD } });
    await join(firstmatch(), program.id, { partner: "long" });
    const post = (path: string, body: object) =>
      firstmatch().fetchJson(path, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const give = (what: string, body: object) =>
      post(`/api/programs/${program.id}/${what}`, { partner: "long", ...body });
    await give("codes", { code: WORD.slice(0, 50) });
    await give("links", { name: WORD, url: ADDRESS });
    const bought = { program: program.id, partnerId: "long", eventType: "sale", orderTotal: "999999999.99" };
    await post("/conversions", { ...bought, conversionId: WORD.slice(0, 100), orderId: WORD });
  });
  const narrow = (path: string) => open(path, { viewport: { width: 1024, height: 800 } });

  it.each([
    ["programs", () => "/"],
    ["program", () => `/programs/${program.id}`],
    ["members", () => `/programs/${program.id}/members`],
    ["member", () => `/programs/${program.id}/members?member=long`],
    ["conversions", () => `/programs/${program.id}/conversions`],
    ["report", () => `/programs/${program.id}/report`],
    ["report of a partner", () => `/partners/long/report`],
    ["settings", () => `/programs/${program.id}/settings`],
    ["terms", () => program.screen()],
    ["versions", () => `/programs/${program.id}/terms/standard/versions`],
    ["partners", () => "/partners"],
    ["partner", () => "/partners/long"],
    ["payout settings of a partner", () => "/partners/long/payouts"],
    ["one version", () => `/programs/${program.id}/terms/standard/versions/1`],
  ])("push nothing out of reach: %s", async (_screen, path) => {
    const page = await narrow(path());
    await page.getByText(WORD).first().waitFor();
    expect(await overflowsSideways(page)).toBe(false);
  });

  it("leave the way out of an editor in the window", async () => {
    const page = await narrow(program.screen());
    await rankedList(page).getByRole("button", { name: WORD, exact: true }).click();
    const drawer = editor(page, WORD);
    for (const way of ["Close the editor", "Save", "Cancel"])
      expect(await isInWindow(drawer.getByRole("button", { name: way, exact: true })), way).toBe(true);
  });
});

const isInWindow = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left >= 0 && right <= document.documentElement.clientWidth;
  });
