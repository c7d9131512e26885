export const ADD_BUTTON = { "data-add-criterion": true } as const;

/** Focus must not fall off the page with the row that is removed: it goes to the button that adds one to the same block. */
export function focusAddButton(inside: Element | null | undefined) {
  // The outer block's own button comes after those of the blocks inside it.
  const buttons = inside?.closest("fieldset")?.querySelectorAll<HTMLElement>("[data-add-criterion]");
  buttons?.item(buttons.length - 1)?.focus();
}
