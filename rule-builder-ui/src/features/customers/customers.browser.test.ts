import type { Customer, HistoryEntry, Page as Listed } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { overflowsSideways, seriousViolations } from "../../testing/axe.ts";
import { chooseByKeys, tabTo } from "../../testing/keyboard.ts";
import { plantProgram, sale } from "../../testing/planted-program.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

describe("the customers of a program", () => {
  const { firstmatch, open } = useScreens();
  const send = (path: string, body: object) =>
    firstmatch().fetchJson(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  let planted = 0;

  /** A program with a lifetime payout, and two partners of its own. */
  async function started() {
    planted += 1;
    const [ann, bob] = [`ann-${planted}`, `bob-${planted}`];
    await send("/api/partners", { id: ann, name: `Ann of ${planted}` });
    await send("/api/partners", { id: bob, name: `Bob of ${planted}` });
    const lifetime = { payout: { model: "lifetime" as const, partner: { percent: "10" } } };
    const program = await plantProgram(firstmatch(), [{ ...sale([]), default: lifetime }]);
    const buys = (conversionId: string, customerId: string) =>
      send("/conversions", {
        ...{ conversionId, program: program.id, eventType: "sale", orderTotal: "100", partnerId: ann, customerId },
      });
    const stored = async (): Promise<Customer[]> =>
      ((await firstmatch().fetchJson(`/api/programs/${program.id}/customers`)) as Listed<Customer>).items;
    const told = async () =>
      (await firstmatch().fetchJson(`/api/history?program=${program.id}&thing=customer`)) as Listed<HistoryEntry>;
    return { program, ann, bob, buys, stored, told, names: [`Ann of ${planted}`, `Bob of ${planted}`] as const };
  }

  it("are given to another partner by keyboard, with a reason that the history shows", async () => {
    const { program, bob, buys, stored, told, names } = await started();
    await buys(`first-${program.id}`, "c-9");
    const page = await open(`/programs/${program.id}/customers`);
    await page.getByRole("row", { name: /c-9.*Ann of/ }).waitFor();
    await tabTo(page, page.getByRole("button", { name: "Change c-9" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Whose customer is c-9?" });
    await dialog.getByText(/^It is Ann of .* now, since .*, with 1 order\.$/).waitFor();
    await tabTo(page, dialog.getByRole("combobox", { name: "Partner" }));
    await page.keyboard.type(names[1]);
    await chooseByKeys(page, `${names[1]} (${bob})`);
    await tabTo(page, dialog.getByRole("textbox", { name: "Reason (optional)" }));
    await page.keyboard.type("Bob brought her");
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText(`c-9 is bound to ${names[1]}`).waitFor();
    await page.getByRole("row", { name: /c-9.*Bob of.*hand.*0/ }).waitFor();
    expect(await stored()).toMatchObject([{ id: "c-9", partner: { id: bob }, conversion: null, orders: 0 }]);
    expect((await told()).items.map(({ sentence }) => sentence)).toEqual([
      `Customer c-9 is bound to ${names[1]}, and no longer to ${names[0]}: Bob brought her`,
    ]);
    await page.getByRole("link", { name: "History", exact: true }).last().click();
    await page.getByText(/Customer c-9 is bound to Bob of/).waitFor();
  });

  it("are bound before they buy, and given to nobody; the empty list says what binds them", async () => {
    const { program, ann, stored, names } = await started();
    const page = await open(`/programs/${program.id}/customers`);
    await page.getByText(/binds its customer to the partner/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Bind a customer" }).click();
    const dialog = page.getByRole("dialog", { name: "Bind a customer" });
    await dialog.getByRole("textbox", { name: "Customer" }).fill("c/1");
    await dialog.getByRole("combobox", { name: "Partner" }).fill(names[0]);
    await page.getByRole("option", { name: `${names[0]} (${ann})` }).click();
    let sent = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") sent += 1;
    });
    await dialog.getByRole("button", { name: "Bind customer" }).dblclick();
    await page.getByRole("row", { name: /c\/1.*Ann of/ }).waitFor();
    expect(sent).toBe(1);
    await page.getByRole("button", { name: "Change c/1" }).click();
    await page.getByRole("radio", { name: "nobody's" }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("row", { name: /c\/1.*Nobody/ }).waitFor();
    expect(await stored()).toMatchObject([{ id: "c/1", partner: null }]);
  });

  it("are searched by what the id begins with, and the search stands in the address", async () => {
    const { program, buys } = await started();
    for (const id of ["a-1", "a-2", "b-1"]) await buys(`buys-${program.id}-${id}`, id);
    const page = await open(`/programs/${program.id}/customers`);
    const rows = () => page.getByRole("row").count();
    await eventually(rows).toBe(4);
    await page.getByRole("searchbox", { name: "Search" }).fill("a-");
    await eventually(rows).toBe(3);
    expect(new URL(page.url()).search).toBe("?search=a-");
    await page.getByRole("searchbox", { name: "Search" }).fill("zz");
    await page.getByText("Nobody found").waitFor();
    await page.getByRole("button", { name: "Show all customers" }).click();
    await eventually(rows).toBe(4);
    expect(await overflowsSideways(page)).toBe(false);
  });

  it("were changed by somebody else in the meantime: says so, shows it, and keeps what was chosen", async () => {
    const { program, buys, bob, names, stored } = await started();
    await buys(`one-${program.id}`, "c-9");
    const page = await open(`/programs/${program.id}/customers`, { expects: /412/ });
    await page.getByRole("button", { name: "Change c-9" }).click();
    const dialog = page.getByRole("dialog", { name: "Whose customer is c-9?" });
    await dialog.getByRole("combobox", { name: "Partner" }).fill(names[1]);
    await page.getByRole("option", { name: `${names[1]} (${bob})` }).click();
    await buys(`two-${program.id}`, "c-9");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText(/The customer "c-9" has moved on/).waitFor();
    await dialog.getByText(/with 2 orders/).waitFor();
    await dialog.getByRole("button", { name: "Save" }).click();
    await eventually(async () => (await stored())[0]?.partner?.id).toBe(bob);
  });
});
