/** Mantine keeps the options of every closed drop-down in the page; an editor with ten rows would carry a thousand. */
export const LAZY_DROPDOWN = { keepMounted: false } as const;
