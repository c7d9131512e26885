import type { Program } from "@firstmatch/shared-types";

/** A program to join, in a drop-down: one that is paused or ended pays nobody, which is said beside its name. */
export const programChoice = ({ id, name, status }: Program) => ({
  value: id,
  label: status === "active" ? name : `${name} (${status})`,
});
