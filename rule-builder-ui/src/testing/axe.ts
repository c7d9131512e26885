import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds that keeps somebody out: the rule, and the elements that break it. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(standStill);
  // Our pages run no script that is not their own, so axe comes in by the debugger's door.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ resultTypes: ["violations"] }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join(" | ")}`,
    );
}

/** A horizontal scroll bar means that something is out of reach in a narrow window. */
export const overflowsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Colours on their way from one to the other are nobody's choice; a change of them begins a frame or two late. */
async function standStill(): Promise<void> {
  for (let frames = 0; frames < 5; frames += 1) {
    await new Promise(requestAnimationFrame);
    if (document.getAnimations().some(({ playState }) => playState === "running")) frames = 0;
  }
}
