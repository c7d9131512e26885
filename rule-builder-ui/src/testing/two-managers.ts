import type { Page } from "playwright-core";
import { closed, editor, save } from "./group-editor.ts";
import { type PlantedProgram, plantProgram, sale, threeGroups } from "./planted-program.ts";
import { draftSaved, rankedList } from "./ranked-list.ts";
import type { useScreens } from "./use-screens.ts";

/** Two browsers on the same screen; the second one's writes are refused as stale, and Chromium notes that. */
export async function twoManagers({ firstmatch, open }: ReturnType<typeof useScreens>) {
  const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
  const first = await open(program.screen());
  const second = await open(program.screen(), { expects: /status of 412/ });
  await Promise.all([rankedList(first).waitFor(), rankedList(second).waitFor()]);
  return { program, first, second };
}

export const movedOn = (page: Page) => page.getByRole("dialog", { name: "The draft has moved on since you opened it" });

export const groupsOf = async (program: PlantedProgram) => (await program.draft()).terms.events[0]?.groups ?? [];

export async function rename(page: Page, from: string, to: string): Promise<void> {
  await rankedList(page).getByRole("button", { name: from, exact: true }).click();
  const drawer = editor(page, from);
  await drawer.getByRole("textbox", { name: "Name" }).fill(to);
  await save(drawer);
  await closed(drawer);
  await draftSaved(page);
}
