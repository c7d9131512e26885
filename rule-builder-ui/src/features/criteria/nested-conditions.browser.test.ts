import type { ConditionNode } from "@firstmatch/shared-types";
import { describe, expect, it } from "vitest";
import { closed, editor, save } from "../../testing/group-editor.ts";
import { atLeast, group, isAnyOf, plantProgram, sale } from "../../testing/planted-program.ts";
import { draftSaved, rankedList } from "../../testing/ranked-list.ts";
import { eventually, useScreens } from "../../testing/use-screens.ts";

const NESTED: ConditionNode[] = [
  atLeast("200"),
  {
    any: [
      isAnyOf("device", "mobile"),
      { all: [isAnyOf("source", "app"), { not: isAnyOf("country", "US", "CA") }] },
      { not: { any: [isAnyOf("customerStatus", "New"), { fact: "promoCode", operator: "isEmpty", value: true }] } },
    ],
  },
  { fact: "params.tier", operator: "between", value: ["1", "3"] },
  { fact: "itemCategory", operator: "isAnyOf", value: ["ACME,Roadrunning", 'the "best"', ""] },
];

describe("the criteria of a group", () => {
  const { firstmatch, open } = useScreens();

  it("show every nested condition of a document, and save it unchanged", async () => {
    const program = await plantProgram(firstmatch(), [sale([group("Nested", NESTED)])]);
    const before = (await program.draft()).terms;
    const page = await open(program.screen());
    await rankedList(page).getByRole("button", { name: "Nested", exact: true }).click();
    const drawer = editor(page, "Nested");
    const facts = drawer.getByRole("combobox", { name: /^Fact, criterion/ });
    await eventually(async () => Promise.all((await facts.all()).map((field) => field.inputValue()))).toEqual([
      "Order total",
      "Device",
      "Source",
      "Country",
      "Customer status",
      "Promo code",
      "params.tier",
      "Item category",
    ]);
    await drawer.getByRole("group", { name: "Any of these, block 2", exact: true }).waitFor();
    await drawer
      .getByRole("group", { name: /^Not, block/ })
      .first()
      .waitFor();
    await drawer.getByRole("textbox", { name: "Name" }).fill("Nested still");
    await save(drawer);
    await closed(drawer);
    await draftSaved(page);
    const [event] = (await program.draft()).terms.events;
    expect(event?.groups?.[0]).toEqual({ ...before.events[0]?.groups?.[0], name: "Nested still" });
  });
});
