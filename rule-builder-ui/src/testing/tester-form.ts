import type { Locator, Page } from "playwright-core";

/** The rule tester beside the ranked list. */
export const ruleTester = (page: Page): Locator => page.getByRole("region", { name: "Rule tester" });

/** The field of a fact: with suggestions from the rules it is a combobox, without any a plain text box. */
export const factField = (within: Locator, label: string): Locator =>
  within.getByRole("combobox", { name: label }).or(within.getByRole("textbox", { name: label }));
