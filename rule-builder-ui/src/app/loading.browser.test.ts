import type { Page, Request } from "playwright-core";
import { describe, expect, it } from "vitest";
import { plantProgram, sale, threeGroups } from "../testing/planted-program.ts";
import { row } from "../testing/ranked-list.ts";
import { eventually, useScreens } from "../testing/use-screens.ts";

/** Bytes of JavaScript of the first page, as they go over the wire. */
const MOST = 150_000;

/** Scripts of the ranked list: each is a request, and a hundred take longer than what is in them. */
const MOST_SCRIPTS = 40;

/** The scripts that a page has loaded. */
function scriptsOf(page: Page) {
  const loaded: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") loaded.push(request);
  });
  return {
    /** By the name of what is in them. */
    names: () => loaded.map((script) => /\/assets\/(.+)-[\w-]{8}\.js$/.exec(script.url())?.[1]),
    /** As they came over the wire. */
    bytes: async () => {
      const sizes = await Promise.all(loaded.map((script) => script.sizes()));
      return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    },
  };
}

const programs = (page: Page) => page.getByRole("list", { name: "Programs" }).getByRole("link");

/** Nothing comes ahead where the browser tells no idle time; so what is fetched is what is needed. */
const neverIdle = () => void Object.assign(window, { requestIdleCallback: undefined });

describe("what the screens load", () => {
  const screens = useScreens({ demo: true });

  it(`is at most ${MOST / 1_000} kB of JavaScript, compressed, for the first page`, async () => {
    const page = await screens.open("about:blank");
    await page.addInitScript(neverIdle);
    const scripts = scriptsOf(page);
    await page.goto("/");
    await programs(page).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(scripts.names()).toContain("react");
    expect(await scripts.bytes()).toBeLessThanOrEqual(MOST);
  });

  it(`is at most ${MOST_SCRIPTS} scripts for the ranked list`, async () => {
    const { screen } = await plantProgram(screens.firstmatch(), [sale(threeGroups())]);
    const page = await screens.open("about:blank");
    await page.addInitScript(neverIdle);
    const scripts = scriptsOf(page);
    await page.goto(screen());
    await row(page, "From 200").waitFor();
    await page.waitForLoadState("networkidle");
    expect(scripts.names().length).toBeLessThanOrEqual(MOST_SCRIPTS);
  });

  it("is asked for at once, a draft before the page that shows it is there, and once only", async () => {
    const { id, screen } = await plantProgram(screens.firstmatch(), [sale(threeGroups())]);
    const draft = `/api/programs/${id}/terms/standard/draft`;
    const page = await screens.open("about:blank");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const draftAsked = page.waitForRequest((request) => request.url().endsWith(draft));
    await page.route(/\/assets\/TermsPage-.*\.js$/, async (route) => {
      await draftAsked;
      await route.continue();
    });
    await page.goto(screen());
    await row(page, "From 200").waitFor();
    expect(asked.filter((path) => path === draft || path === "/api/session")).toEqual(["/api/session", draft]);
  });

  it("comes ahead once a link is pointed at, and once the keyboard stands on it", async () => {
    const page = await screens.open("/");
    const scripts = scriptsOf(page);
    await programs(page).first().hover();
    await eventually(scripts.names).toEqual(expect.arrayContaining(["ProgramLayout", "ProgramTerms"]));
    await page.getByRole("link", { name: "History" }).focus();
    await eventually(scripts.names).toEqual(expect.arrayContaining(["HistoryPage"]));
  });

  it("comes ahead while nothing else is to be done: the editors of a list that is looked at", async () => {
    const { screen } = await plantProgram(screens.firstmatch(), [sale(threeGroups())]);
    const page = await screens.open(screen());
    const scripts = scriptsOf(page);
    await eventually(scripts.names).toEqual(expect.arrayContaining(["GroupEditor", "TesterPanel"]));
  });

  it("is told where it could not be loaded", async () => {
    const { screen } = await plantProgram(screens.firstmatch(), [sale(threeGroups())]);
    const page = await screens.open("about:blank", { expects: /Failed to (load resource|fetch)|GroupEditor/ });
    await page.route(/\/assets\/GroupEditor/, (route) => route.abort());
    await page.goto(screen());
    await row(page, "From 200").getByRole("button", { name: "From 200", exact: true }).click();
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("What was saved is safe.");
  });
});
