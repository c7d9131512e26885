import type { Locator, Page } from "playwright-core";

export interface TypedCriterion {
  fact: string;
  /** As it reads in the drop-down: "matches"; left out where the first one offered is meant. */
  operator?: string;
  /** Typed into a value list, or into the one field of a number. */
  value: string;
}

/** The drawer that is open; dialogs that ask something lie above it. */
export const editor = (page: Page, title: string): Locator => page.getByRole("dialog", { name: title, exact: true });

/** The field of a criterion's value. */
export const valueField = (within: Locator, number: number, fact: string): Locator =>
  within.getByLabel(`Value, criterion ${number}: ${fact}`, { exact: true });

/** Adds a criterion as the last one, with the mouse. */
export async function addCriterion(within: Locator, number: number, typed: TypedCriterion): Promise<void> {
  const page = within.page();
  await within.getByRole("button", { name: "Add criterion" }).first().click();
  await chooseFrom(page, within.getByRole("combobox", { name: `Fact, criterion ${number}`, exact: true }), typed.fact);
  if (typed.operator !== undefined) {
    const operators = within.getByRole("combobox", { name: `Operator, criterion ${number}`, exact: true });
    await chooseFrom(page, operators, typed.operator);
  }
  const field = valueField(within, number, typed.fact);
  await field.fill(typed.value);
  await field.blur();
}

/** Opens a drop-down with the mouse and takes what is meant. */
export async function chooseFrom(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

export const save = (within: Locator): Promise<void> =>
  within.getByRole("button", { name: "Save", exact: true }).click();

/** A drawer that closed has said that the service took what it held. */
export const closed = (within: Locator): Promise<void> => within.waitFor({ state: "hidden" });
