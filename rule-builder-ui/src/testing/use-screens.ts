import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { type Firstmatch, launchChromium, openPage, PATIENCE_MS, startFirstmatch } from "./firstmatch.ts";

interface OpenOptions extends BrowserContextOptions {
  /** What the browser itself says about an answer that the test provokes: a refused write, a service that is away. */
  expects?: RegExp;
  /** Signed in already, with this key. */
  key?: string;
}

interface ScreensOptions {
  /** Sign-in is required, and this key opens everything. */
  adminKey?: string;
}

/** One service and one Chromium for the tests of a file. After every test its pages close, and their consoles were silent. */
export function useScreens({ adminKey }: ScreensOptions = {}) {
  let firstmatch: Firstmatch;
  let browser: Browser;
  let opened: { page: Page; said: string[]; expects: RegExp | undefined }[] = [];

  beforeAll(async () => {
    [firstmatch, browser] = await Promise.all([startFirstmatch(adminKey), launchChromium()]);
  });
  afterEach(async () => {
    const heard = opened.flatMap(({ said, expects }) => said.filter((line) => !expects?.test(line)));
    for (const { page } of opened) await page.context().close();
    opened = [];
    expect(heard, "the browser's console").toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await firstmatch?.stop();
  });

  return {
    firstmatch: () => firstmatch,
    /** Another manager, with a browser of its own. */
    open: async (path: string, { expects, key, ...options }: OpenOptions = {}): Promise<Page> => {
      const { page, said } = await openPage(browser, firstmatch.address, options);
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
