import type { HistoryEntry } from "@firstmatch/shared-types";

/** A change, as the service tells it. */
export const entryAt = (at: string, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: `${at} 00000000 process`,
  at,
  by: { id: "ana", name: "Ana" },
  thing: { kind: "partner", id: "p-7", name: "Anna Lopez" },
  program: "acme",
  partners: [],
  bulkEdit: null,
  sentence: "Anna Lopez is a partner now",
  before: null,
  after: { name: "Anna Lopez" },
  ...more,
});
