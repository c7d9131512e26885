import type { PayoutGroup } from "@firstmatch/shared-types";
import type { Browser, Page } from "playwright-core";
import { type Firstmatch, launchChromium, openPage, startFirstmatch } from "./firstmatch.ts";
import { type MainThread, mainThread } from "./main-thread.ts";
import { atLeast, group, isAnyOf, plantProgram, sale } from "./planted-program.ts";

const ROUNDS = 5;
/** For the page to come to rest before something is measured, in milliseconds. */
const REST_MS = 1_500;

interface List {
  count: number;
  address: string;
  firstmatch: Firstmatch;
  browser: Browser;
}

/** Opens the ranked list and drags in it, by mouse and by keyboard; prints the medians, in milliseconds. */
export async function measureRankedList(count: number): Promise<void> {
  const [firstmatch, browser] = await Promise.all([startFirstmatch(), launchChromium()]);
  try {
    const program = await plantProgram(firstmatch, [sale(Array.from({ length: count }, (_, at) => groupAt(at)))]);
    const list = { count, address: program.screen(), firstmatch, browser };
    console.log(`${count} payout groups, Chromium ${browser.version()}, medians of ${ROUNDS} rounds, milliseconds`);
    console.table({
      "opened for the first time, nothing cached": await medians(() => open(list)),
      "opened by whoever had it open before": await medians(() => open(list, 2)),
    });
    console.table({
      "by mouse, over 9 ranks in 2 seconds": await medians(() => drag(list, byMouse)),
      "by keyboard, over 20 ranks": await medians(() => drag(list, byKeyboard)),
    });
  } finally {
    await browser.close();
    await firstmatch.stop();
  }
}

/** Four criteria, as managers write them: mostly a partner or a code, sometimes an address; and an order, a country, dates. */
const groupAt = (at: number): PayoutGroup =>
  group(
    `Group ${at + 1}`,
    [
      at % 7 < 5
        ? isAnyOf("partnerId", `p-${at % 500}`, `p-${(at * 7) % 500}`)
        : { fact: "referralUrl", operator: "matchesWildcard", value: [`*shop-${at}*`] },
      atLeast(`${(at % 40) * 25}`),
      isAnyOf("customerCountry", "US", "CA"),
      { fact: "occurredAt", operator: "between", value: ["2026-11-01", `2026-12-${10 + (at % 20)}`] },
    ],
    `${5 + (at % 20)}`,
  );

/**
 * Until all rows are painted, and until the last task that keeps a press waiting has ended.
 *
 * @param before how often the same browser had it open; Chromium keeps the compiled code from the second time on
 */
async function open({ count, address, firstmatch, browser }: List, before = 0) {
  const { page } = await openPage(browser, firstmatch.address);
  for (let time = 0; time < before; time += 1) {
    await page.goto(address);
    await rowsPainted(page, count);
    await page.waitForTimeout(REST_MS);
    await page.goto("about:blank");
  }
  let rows = 0;
  const main = await mainThread(page, async () => {
    await page.goto(address, { waitUntil: "commit" });
    rows = await rowsPainted(page, count);
  });
  await page.waitForTimeout(REST_MS);
  const ready = Math.max(rows, await lastLongTask(page));
  await page.context().close();
  return { "rows visible": rows, "ready for a press": ready, ...main };
}

async function drag({ count, address, firstmatch, browser }: List, hand: (page: Page) => Promise<void>) {
  const { page } = await openPage(browser, firstmatch.address);
  await page.goto(address);
  await rowsPainted(page, count);
  await page.waitForTimeout(REST_MS);
  const frames = page.evaluate(framesFor, 2_500);
  const main: MainThread = await mainThread(page, () => Promise.all([hand(page), frames]));
  const sorted = (await frames).sort((a, b) => a - b);
  await page.context().close();
  const share = (part: number) => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return { "frame p50": share(0.5), "frame p95": share(0.95), "longest frame": share(1), ...main };
}

/** Found by its text alone: to find it by its role, a thousand rows would be laid out. */
const handle = (page: Page, rank: number) => page.locator(`[aria-label*=", rank ${rank} of "]`);

async function byMouse(page: Page): Promise<void> {
  const [first, tenth] = [await handle(page, 1).boundingBox(), await handle(page, 10).boundingBox()];
  if (first === null || tenth === null) throw new Error("the groups are not on the screen");
  const x = first.x + first.width / 2;
  const y = first.y + first.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + (tenth.y - first.y), { steps: 120 });
  await page.mouse.up();
}

async function byKeyboard(page: Page): Promise<void> {
  await handle(page, 500).focus();
  await page.keyboard.press("Space");
  for (let rank = 0; rank < 20; rank += 1) {
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(50);
  }
  await page.keyboard.press("Space");
}

/** The moment when all rows are there and painted, by the page's own clock: milliseconds after the begin of the navigation. */
async function rowsPainted(page: Page, count: number): Promise<number> {
  const painted = await page.waitForFunction<number | false, number>(
    (wanted) => {
      const rows = document.querySelectorAll('[aria-label="Payout groups"] > li').length;
      // Asked at the begin of a frame; when that is over, they are painted.
      return rows === wanted && new Promise<number>((done) => setTimeout(() => done(performance.now())));
    },
    count,
    // However slow it is, it is to be measured.
    { polling: "raf", timeout: 60_000 },
  );
  return Number(await painted.jsonValue());
}

/** When the last task of more than 50 ms ended; 0 when there was none. */
const lastLongTask = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((tasks) =>
          done(Math.max(...tasks.getEntries().map(({ startTime, duration }) => startTime + duration))),
        ).observe({ type: "longtask", buffered: true });
        setTimeout(() => done(0), 100);
      }),
  );

/** How long each frame took, in milliseconds. Runs in the page. */
const framesFor = (ms: number): Promise<number[]> =>
  new Promise((done) => {
    const [frames, began] = [[] as number[], performance.now()];
    let before = began;
    const frame = () => {
      const now = performance.now();
      frames.push(now - before);
      before = now;
      if (now - began < ms) requestAnimationFrame(frame);
      else done(frames);
    };
    requestAnimationFrame(frame);
  });

async function medians(round: () => Promise<Record<string, number>>): Promise<Record<string, number>> {
  const rounds: Record<string, number>[] = [];
  for (let at = 0; at < ROUNDS; at += 1) rounds.push(await round());
  const names = Object.keys(rounds[0] ?? {});
  const middle = (name: string) =>
    rounds.map((figures) => figures[name] ?? 0).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  return Object.fromEntries(names.map((name) => [name, Math.round(middle(name) ?? 0)]));
}
