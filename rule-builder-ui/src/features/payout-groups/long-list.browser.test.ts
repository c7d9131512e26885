import { describe, expect, it } from "vitest";
import { atLeast, group, plantProgram, sale } from "../../testing/planted-program.ts";
import { draftSaved, dragToRank, ranking } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const groups = (count: number) =>
  Array.from({ length: count }, (_, at) => group(`Group ${at + 1}`, [atLeast(String(10 * (at + 1)))]));
const names = (count: number) => groups(count).map(({ name }) => name);

describe("a long ranked list", () => {
  const { firstmatch, open } = useScreens();

  it("of sixty groups: the last is dragged to the top, and exactly that order is stored in one save", async () => {
    const program = await plantProgram(firstmatch(), [sale(groups(60))]);
    const page = await open(program.screen());
    await eventually(() => ranking(page)).toEqual(names(60));
    const { revision } = await program.draft();
    const saves: string[] = [];
    page.on("request", (request) => {
      if (request.method() !== "GET") saves.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    const wanted = ["Group 60", ...names(59)];
    await dragToRank(page, "Group 60", 1);
    await eventually(() => ranking(page)).toEqual(wanted);
    await draftSaved(page);
    const draft = await program.draft();
    expect(draft.terms.events[0]?.groups?.map(({ name }) => name)).toEqual(wanted);
    expect(draft.revision).toBe(revision + 1);
    expect(saves).toHaveLength(1);
  });

  it("of three hundred groups is complete, and the last one opens", async () => {
    const program = await plantProgram(firstmatch(), [sale(groups(300))]);
    const page = await open(program.screen());
    await eventually(() => ranking(page)).toEqual(names(300));
    await page.getByRole("button", { name: "Group 300", exact: true }).click();
    await page.getByRole("dialog", { name: "Group 300" }).getByRole("button", { name: "Save" }).waitFor();
  });
});
