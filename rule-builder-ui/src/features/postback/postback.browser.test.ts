import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { plantProgram, sale, threeGroups } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the postback page of a program", () => {
  const { firstmatch, open } = useScreens();

  async function started() {
    const program = await plantProgram(firstmatch(), [sale(threeGroups())]);
    const call = (query: string) => fetch(`${firstmatch().address}/postback?${query}`);
    return { program, call, path: `/programs/${program.id}/postback` };
  }

  it("gives the address for a tracker, and it works once its placeholders are filled in", async () => {
    const { program, call, path } = await started();
    const page = await open(path);
    await page.getByText("None so far.").waitFor();
    const address = await page.getByText(/\/postback\?program=/).innerText();
    expect(address).toContain(`${firstmatch().address}/postback?program=${program.id}&event=sale&`);
    const filled = address
      .replace("{conversion_id}", "c-1")
      .replace("{click_id}", "k-1")
      .replace("{order_id}", "o-1")
      .replace("{amount}", "400")
      .replace("{payout}", "3")
      .replace("&key={key}", "");
    const answer = await call(new URL(filled).search.slice(1));
    expect([answer.status, (await answer.json()).conversionId]).toEqual([200, "c-1"]);
    await page.getByRole("combobox", { name: "Event type" }).fill("free trial");
    await page.getByText(/&event=free%20trial&/).waitFor();
  });

  it("lists what was refused with what came, by keyboard alone", async () => {
    const { program, call, path } = await started();
    for (const query of ["amount=ten&tier=gold", "amount=ten&tier=gold", "order_id=%7Border%7D"])
      expect((await call(`program=${program.id}&event=sale&${query}`)).status).toBe(422);
    await call("program=nowhere&event=sale");
    const page = await open(path);
    const list = page.getByRole("list", { name: "Refused postbacks", exact: true });
    await list.getByText("/order_id is the placeholder {order}, which the tracker did not fill in").waitFor();
    const twice = list.getByRole("listitem").filter({ hasText: "2 times" });
    await twice.locator("summary").focus();
    await page.keyboard.press("Enter");
    await twice.getByText('must be an amount like "12.50", not "ten"').last().waitFor();
    await eventually(() => twice.getByRole("definition").allInnerTexts()).toEqual([program.id, "sale", "ten", "gold"]);
    const nowhere = page.getByRole("list", { name: "Refused postbacks of no known program" });
    await nowhere.getByText('There is no program "nowhere".').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflowsSideways(page)).toBe(false);
  });
});
