import type { Page } from "playwright-core";
import { chooseFrom } from "../group-editor.ts";
import { PROGRAM, press, type Screen } from "./screen.ts";

const MEMBERS = `${PROGRAM}/members`;

const chooseBulkEdit = async (page: Page, edit: string) => {
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await press(page, "Bulk edit");
  await chooseFrom(page, page.getByRole("combobox", { name: "What to do" }), edit);
};

/** The members of a program, their codes and links, and bulk edits. */
export const members: readonly Screen[] = [
  {
    screen: "members, all of them ticked",
    path: MEMBERS,
    bringUp: async (page) => {
      await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
      await page.getByRole("button", { name: "Bulk edit" }).waitFor();
    },
  },
  {
    screen: "members of whom nobody is found",
    path: `${MEMBERS}?search=nobody-at-all`,
    bringUp: (page) => page.getByRole("heading", { name: "Nobody found" }).waitFor(),
  },
  {
    screen: "member, with codes, links and history",
    path: `${MEMBERS}?member=p-7`,
    bringUp: async (page) => {
      const drawer = page.getByRole("dialog", { name: "Anna Lopez" });
      await drawer
        .getByRole("button", { name: /^Copy address/ })
        .first()
        .waitFor();
      await drawer.getByRole("heading", { name: "History" }).waitFor();
    },
  },
  {
    screen: "re-issue a code, the old one runs out later",
    path: `${MEMBERS}?member=p-7`,
    bringUp: async (page) => {
      await page
        .getByRole("button", { name: /^More for / })
        .first()
        .click();
      await page.getByRole("menuitem", { name: "Re-issue" }).click();
      await page.getByRole("radio", { name: "Runs out later" }).check();
      await page.getByLabel("The old code runs out").waitFor();
    },
  },
  {
    screen: "add members",
    path: MEMBERS,
    bringUp: async (page) => {
      await press(page, "Add members");
      await page.getByRole("list", { name: "Partners found" }).getByRole("checkbox").first().check();
    },
  },
  {
    screen: "bulk edit with a personal payout",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Give or change a personal payout");
      await page.getByRole("textbox", { name: "The partner gets", exact: true }).waitFor();
    },
  },
  {
    screen: "what a bulk edit would change",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Deactivate promo codes");
      await press(page, "See what will change");
      await page.getByText(/^Will change for \d+ members/).waitFor();
    },
  },
  {
    screen: "report of a bulk edit",
    path: MEMBERS,
    bringUp: async (page) => {
      await chooseBulkEdit(page, "Activate links");
      await press(page, "See what will change");
      await page.getByText(/so already/).waitFor();
      await press(page, "Back");
      await chooseFrom(page, page.getByRole("combobox", { name: "What to do" }), "Deactivate links");
      await press(page, "See what will change");
      await page.getByRole("button", { name: /^Change \d+ member/ }).click();
      await page.getByText(/^Changed for/).waitFor();
      await page.getByRole("link", { name: "Open its page" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    screen: "bulk edits",
    path: `${PROGRAM}/bulk-edits`,
    bringUp: (page) =>
      page
        .getByRole("link", { name: "Deactivate links" })
        .or(page.getByRole("heading", { name: "No bulk edits yet" }))
        .waitFor(),
  },
];
