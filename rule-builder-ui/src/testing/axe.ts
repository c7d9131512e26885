import axe from "axe-core";
import type { Page } from "playwright-core";

/** The rules that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/**
 * What axe finds that keeps somebody out: the rule, and the elements that break it.
 *
 * @param which "colours" asks about nothing else, in half the time: for a page that was looked at whole in other ones
 */
export async function seriousViolations(page: Page, which: "all" | "colours" = "all"): Promise<string[]> {
  await page.evaluate(standStill);
  // Our pages run no script that is not their own, so axe comes in by the debugger's door.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run({
        resultTypes: ["violations"],
        ...(rules && { runOnly: rules }),
      }),
    which === "colours" ? COLOURS : undefined,
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

/** What keeps somebody out, light or dark, in windows of these widths; by the look in which it was found. */
export async function violationsInEveryLook(page: Page, widths: readonly number[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // What is there is the same in the dark; only its colours are others.
      const violations = await seriousViolations(page, colorScheme === "light" ? "all" : "colours");
      if (await overflowsSideways(page)) violations.push("scrolls sideways");
      if (violations.length > 0) found[`${colorScheme}, ${width} px`] = violations;
    }
  }
  return found;
}

/** Colours on their way from one to the other are nobody's choice; a change of them begins a frame or two late. */
async function standStill(): Promise<void> {
  for (let frames = 0; frames < 5; frames += 1) {
    await new Promise(requestAnimationFrame);
    if (document.getAnimations().some(({ playState }) => playState === "running")) frames = 0;
  }
}
