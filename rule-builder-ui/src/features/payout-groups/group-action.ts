/** What can be done with one payout group from its row. */
export type GroupAction = "edit" | "duplicate" | "up" | "down" | "top" | "bottom" | "rank" | "switch" | "remove";
