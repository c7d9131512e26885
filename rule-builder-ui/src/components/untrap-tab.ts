import type { KeyboardEvent } from "react";

/**
 * For the browser's own inputs of days and times, which have several stops of Tab inside: keeps their Tab from Mantine's
 * focus trap. The trap looks a moment later whether the focus went on to the very next stop, and puts it there. On a
 * busy page the next Tab comes before that look: the focus jumps back, and the Enter for Save falls on Cancel.
 * Nobody gets out of a dialog by this: its buttons lie on both sides of such an input, and there the trap holds.
 */
export const untrapTab = (event: KeyboardEvent): void => {
  if (event.key === "Tab") event.stopPropagation();
};
