import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import {
  type Firstmatch,
  type FirstmatchOptions,
  launchChromium,
  openContext,
  openPageIn,
  PATIENCE_MS,
  startFirstmatch,
} from "./firstmatch.ts";

interface OpenOptions extends BrowserContextOptions {
  /** What the browser itself says about an answer that the test provokes: a refused write, a service that is away. */
  expects?: RegExp;
  /** Signed in already, with this key. */
  key?: string;
}

/** One service and one Chromium for the tests of a file. After every test its pages close, and their consoles were silent. */
export function useScreens(options: FirstmatchOptions = {}) {
  let firstmatch: Firstmatch;
  let browser: Browser;
  let opened: { page: Page; said: string[]; expects: RegExp | undefined }[] = [];
  /** Kept from test to test, with their caches and nothing else. */
  const contexts = new Map<string, BrowserContext>();

  beforeAll(async () => {
    [firstmatch, browser] = await Promise.all([startFirstmatch(options), launchChromium()]);
  });
  afterEach(async () => {
    const heard = opened.flatMap(({ said, expects }) => said.filter((line) => !expects?.test(line)));
    for (const context of new Set(opened.map(({ page }) => page.context()))) {
      const [, ...pages] = context.pages();
      await Promise.all(pages.map((page) => page.close()));
      await forgetAll(context);
    }
    opened = [];
    expect(heard, "the browser's console").toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await firstmatch?.stop();
  });

  /** What the screens store in a browser: the session's cookie, and who sits there. */
  async function forgetAll(context: BrowserContext): Promise<void> {
    const [kept] = context.pages();
    if (kept === undefined) return;
    await context.clearCookies();
    const session = await context.newCDPSession(kept);
    await session.send("Storage.clearDataForOrigin", { origin: firstmatch.address, storageTypes: "local_storage" });
    await session.detach();
  }

  /** The browser of the first, the second, … manager of a test; never one for two of them. */
  async function contextFor(manager: number, options: BrowserContextOptions): Promise<BrowserContext> {
    const which = JSON.stringify([manager, options]);
    const kept = contexts.get(which);
    if (kept !== undefined) return kept;
    const context = await openContext(browser, firstmatch.address, options);
    contexts.set(which, context);
    // An empty page that stays keeps the process of the others alive, which then need not compile the screens again.
    await context.newPage();
    return context;
  }

  return {
    firstmatch: () => firstmatch,
    /** Another manager, with a browser of its own. */
    open: async (path: string, { expects, key, ...options }: OpenOptions = {}): Promise<Page> => {
      const { page, said } = await openPageIn(await contextFor(opened.length, options));
      opened.push({ page, said, expects });
      if (key !== undefined) await page.request.post("/api/session", { data: { key } });
      await page.goto(path);
      return page;
    },
  };
}

interface Eventually {
  toBe(wanted: unknown): Promise<void>;
  toEqual(wanted: unknown): Promise<void>;
  toMatchObject(wanted: object): Promise<void>;
}

/** `await eventually(() => …).toEqual(…)`: what a person would see a moment later. */
export const eventually = (look: () => unknown): Eventually =>
  expect.poll(look, { timeout: PATIENCE_MS, interval: 50 });
