import type { LedgerKind } from "@firstmatch/shared-types";
import type { MinorAmounts, StoredConversion } from "../conversions/conversion-store.ts";

/** A conversion in a batch of the journal, which gives it its number. */
export type Kept = Omit<StoredConversion, "seq">;

/** What a correction makes of a conversion. */
export interface Correction {
  kind: Extract<LedgerKind, "reversed" | "rejected" | "approved">;
  set: Partial<Pick<Kept, "status" | "rejection" | "payableFrom" | "reversedItems">>;
  /** Of each line; all of it where the conversion ends. */
  taken: readonly MinorAmounts[];
  reason: string | null;
  /** What it came to, as the history says it after the conversion's id. */
  sentence: string;
}
