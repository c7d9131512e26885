import type { Caller } from "../http/caller.ts";

/** Who does it, and the bulk edit that it is part of. */
export interface Doer {
  by: Pick<Caller, "id" | "name">;
  bulkEdit?: string;
}

/** As the history's line has it. */
export const doneBy = ({ by: { id, name }, bulkEdit }: Doer) => ({
  by: { id, name },
  ...(bulkEdit !== undefined && { bulkEdit }),
});
