import { addCriterion, editor } from "../group-editor.ts";
import { publishDialog } from "../publish-dialog.ts";
import { rankedList } from "../ranked-list.ts";
import { factField, ruleTester } from "../tester-form.ts";
import { PROGRAM, press, type Screen } from "./screen.ts";

const TERMS = `${PROGRAM}/terms/standard`;
const SALE = `${TERMS}/events/sale`;

/** The terms of a program: payout groups, editors, the tester, versions. */
export const terms: readonly Screen[] = [
  { screen: "terms", path: SALE, bringUp: (page) => rankedList(page).waitFor() },
  {
    screen: "group editor, with a criterion, a block and a fault",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Add group");
      const drawer = editor(page, "New payout group");
      await addCriterion(drawer, 1, { fact: "Item category", value: '"Trail' });
      await drawer.getByRole("button", { name: "Add “any of” block" }).click();
      await drawer.getByRole("button", { name: "Save" }).click();
      await drawer
        .getByText(/quotation mark/)
        .first()
        .waitFor();
    },
  },
  {
    screen: "default payout editor",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Edit the default payout");
      await editor(page, "Default payout of Online sale").getByRole("button", { name: "Save" }).waitFor();
    },
  },
  {
    screen: "personal payout editor",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "1 personal payout");
      await press(page, "Anna's deal");
      await editor(page, "Anna's deal").getByRole("button", { name: "Save" }).waitFor();
    },
  },
  {
    screen: "publish dialog, with differences",
    path: SALE,
    bringUp: async (page) => {
      await page.getByRole("switch", { name: "200 or more is on", exact: true }).click();
      await page.getByRole("button", { name: /^Publish.*difference/ }).click();
      await publishDialog(page).getByRole("list", { name: "Differences" }).waitFor();
    },
  },
  {
    screen: "versions",
    path: `${TERMS}/versions`,
    bringUp: (page) => page.getByRole("link", { name: "Version 1" }).waitFor(),
  },
  {
    screen: "one version",
    path: `${TERMS}/versions/1`,
    bringUp: (page) => page.getByRole("list", { name: "Payout groups of Online sale" }).waitFor(),
  },
  {
    screen: "menu of a group",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "More for 200 or more");
      await page.getByRole("menuitem", { name: "Duplicate" }).waitFor();
    },
  },
  {
    screen: "rule tester with an answer",
    path: SALE,
    bringUp: async (page) => {
      await press(page, "Try a conversion");
      await factField(ruleTester(page), "Order total").fill("250");
      await press(page, "Test");
      await page.getByText("Payout to the partner").waitFor();
    },
  },
];
